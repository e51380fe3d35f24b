"""One person reads the pages to another: by keys alone, without our script, on large controls; and the notice."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from a11y.hand import Keys, Pointer
from a11y.pages import PAGES
from a11y.passage import passage
from tests.browser.resident import RECEIPT, answer, onward
from tests.browser.test_pages import PRESSED
from tests.journeys.benefit import HOME, SERVICE, TYPED

TOGETHER = "100.standard..together"
BENEFIT = PAGES["journeys"]["benefit-alone"]
LARGE = 76
"""CSS pixels, 12 mm on a telephone: hands of 67 and more miss smaller ones."""
SERVICES = ("kyufukin", "kaigo-nintei", "juminhyo")
SHEET = re.compile(rb"/Type /Page\b")


@pytest.mark.parametrize(("hand", "script"), [(Keys, True), (Keys, False), (Pointer, False)])
def test_the_whole_benefit_with_every_answer_read_back(
    opened: Callable[..., Page], hand: type[Pointer], script: bool
) -> None:
    page = opened(comfort=TOGETHER, java_script_enabled=script)
    steps = [stop.step for stop in passage(hand(page, script=script), BENEFIT) if not stop.filled]
    asked = [step for step in steps if step not in {"start", "review", "consent", "done"} and "/" not in step]
    assert [step for step in steps if step.endswith("/recap")] == [f"{step}/recap" for step in asked]
    expect(page.locator(RECEIPT)).to_be_visible()


def test_the_answer_read_back_takes_the_focus_with_its_question(opened: Callable[..., Page]) -> None:
    page = opened(comfort=TOGETHER)
    page.goto(f"{SERVICE}/")
    onward(page).click()
    answer(page, TYPED["filer"])
    onward(page).click()
    page.wait_for_url(f"**{SERVICE}/filer/recap")
    expect(page.locator("main h1")).to_be_focused()
    page.go_back()
    expect(page.locator('main [name="value"][value="self"]')).to_be_checked()
    page.go_forward()
    expect(page.locator("main q").last).to_have_text("わたし一人の分")
    page.reload()
    expect(page.locator("main q").last).to_have_text("わたし一人の分")
    page.locator('main [value="mend"]').click()
    expect(page.locator("form#answer")).to_be_visible()


def test_both_ways_on_are_equally_large(opened: Callable[..., Page]) -> None:
    page = opened(comfort=TOGETHER)
    page.goto(f"{SERVICE}/")
    onward(page).click()
    answer(page, TYPED["filer"])
    onward(page).click()
    page.wait_for_url("**/recap")
    yes, mend = (page.locator(f'main [value="{do}"]').bounding_box() for do in ("next", "mend"))
    assert yes
    assert mend
    assert (yes["width"], yes["height"]) == (mend["width"], mend["height"])


def test_whatever_is_pressed_is_larger(opened: Callable[..., Page]) -> None:
    page = opened(comfort=TOGETHER)
    page.goto(f"{SERVICE}/")
    onward(page).click()
    page.wait_for_url(f"**{SERVICE}/filer")
    for path in (f"{HOME}/", f"{HOME}/status", f"{HOME}/preferences", f"{SERVICE}/", f"{SERVICE}/filer"):
        page.goto(path)
        heights = page.locator(PRESSED).evaluate_all(
            "all => all.filter((it) => it.closest('main')).map((it) => [it.outerHTML, it.offsetHeight])"
        )
        assert not [(html[:90], height) for html, height in heights if 0 < height < LARGE]


@pytest.mark.parametrize("language", ["ja", "ja-simple", "en"])
@pytest.mark.parametrize("service", SERVICES)
def test_a_notice_is_one_sheet(page: Page, language: str, service: str) -> None:
    page.goto(f"/{language}/kasumigahama/{service}/notice")
    assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_whoever_comes_by_the_code_stands_on_what_to_press(page: Page) -> None:
    page.goto(f"{SERVICE}/?listen=1")
    expect(page.locator("main [data-listen]")).to_have_text("「読み上げる」を押すと、声が出ます。")
    read = page.locator('#player [value="read"]')
    expect(read).to_be_focused()
    expect(read).to_have_accessible_name("読み上げる")
    page.goto(f"{SERVICE}/")
    expect(read).to_be_visible()
    expect(read).not_to_be_focused()


def test_without_script_the_code_leads_to_plain_sound(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False)
    page.goto(f"{SERVICE}/?listen=1")
    expect(page.locator("audio[controls]").first).to_be_visible()
    expect(page.locator("main [data-listen]")).to_be_hidden()
