"""The button that fills in furigana, under the hand: in place with our script, by a new page without it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.resident import answer, onward, question
from tests.browser.test_pages import up_to
from tests.journeys.benefit import SERVICE

FIND = 'main button[value="find"]'


def box(page: Page, part: str) -> str:
    """What stands in a box."""
    return page.locator(f'main [name="{part}"]').input_value()


@pytest.mark.parametrize("script", [True, False], ids=["with our script", "without script"])
def test_a_reading_is_filled_in_told_and_put_right(opened: Callable[..., Page], script: bool) -> None:
    page = opened(java_script_enabled=script)
    up_to(page, "applicant-name")
    answer(page, {"family": "角田", "given": "花子"})
    page.locator(FIND).click()
    kana = page.locator('main [name="family_kana"]')
    expect(kana).to_be_focused()
    expect(kana).to_have_accessible_description(
        "漢字から、ふりがなを入れました。読みかたは、これでよいですか。ちがうときは、直してください。"
    )
    assert [box(page, part) for part in ("family", "given", "given_kana")] == ["角田", "花子", "はなこ"]
    kana.fill("すみだ")
    page.locator(FIND).click()
    expect(page.locator("#find-note")).to_have_text("ふりがなは、このままで大丈夫です。")
    assert box(page, "family_kana") == "すみだ", "never written over"
    onward(page).click()
    expect(question(page, f"{SERVICE}/birth-date")).to_be_visible()


def test_what_is_missing_is_offered_beside_the_errors(page: Page) -> None:
    up_to(page, "applicant-name")
    answer(page, {"family": "髙橋", "given": "花子"})
    onward(page).click()
    expect(page.locator("main .summary")).to_be_focused()
    expect(page.locator("#find-note")).to_contain_text("「たかはし　はなこ」と読みますか")
    assert box(page, "family_kana") == ""
    page.locator(FIND).click()
    expect(page.locator("main .summary")).to_have_count(0)
    assert box(page, "family_kana") == "たかはし"
