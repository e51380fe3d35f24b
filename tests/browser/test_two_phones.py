"""A daughter applies, her mother gives her own word on another telephone: by touch with our script, by keys without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.resident import answer, onward, receipt, rest, seal
from tests.journeys.benefit import HOME, SERVICE, pressing
from tests.resident.filling import BORN
from tests.resident.test_helper import HELPED

OURS = {"sec-fetch-site": "same-origin"}
ROOM = 56
"""CSS pixels of what is pressed."""


def applied(page: Page) -> str:
    """The number of what the daughter sends; the way there is told elsewhere."""
    send = page.request
    send.post(f"{SERVICE}/", form={"do": "begin"}, headers=OURS)
    for step, typed in HELPED.items():
        send.post(f"{SERVICE}/{step}", form={**typed, "do": "next"}, headers=OURS)
    act = send.get(f"{SERVICE}/consent").text()
    send.post(f"{SERVICE}/consent", form=pressing(act), headers=OURS)
    page.goto(f"{SERVICE}/done")
    return receipt(page).inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_two_telephones(opened: Callable[..., Page], script: bool) -> None:
    daughter, mother = opened(java_script_enabled=script), opened(java_script_enabled=script, comfort="150.dark..")
    number = applied(daughter)
    daughter.locator('main a[href*="/ask/"]').click()
    onward(daughter).click()
    code = daughter.locator(".invited svg")
    expect(code).to_be_visible()
    assert (code.bounding_box() or {"width": 0})["width"] >= 200, "a camera reads it at arm's length"
    link = daughter.locator("main .invited b").inner_text().replace("\n", "")
    assert re.fullmatch(r"http://localhost:\d+/ja/kasumigahama/own/[\w-]{22}", link)

    mother.goto(link)
    expect(mother.locator("main")).not_to_contain_text("髙橋")
    answer(mother, BORN)
    onward(mother).press("Enter") if not script else onward(mother).tap()
    expect(mother.locator("main h1")).to_have_text("この申し込みを、頼みましたか")
    for way in mother.locator("main .pair a").all():
        assert (way.bounding_box() or {"height": 0})["height"] >= ROOM
    for asked in ("この申し込みを、頼みましたか", "もう一度、押してください"):
        expect(mother.locator("main h1")).to_have_text(asked)
        if script:
            rest(mother)
        seal(mother).press("Enter") if not script else seal(mother).tap()
    expect(mother.locator("main h1")).to_have_text("役所に届きました")
    expect(mother.locator("main .mark")).to_contain_text("髙橋　花子")

    daughter.goto(f"{HOME}/status")
    answer(daughter, {"number": number, **BORN})
    onward(daughter).click()
    expect(daughter.locator("main")).to_contain_text("済みました")
