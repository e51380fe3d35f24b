"""Taking back in a real browser: by keys and by touch, with our script and without, in as many presses as giving."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.resident import ARMED, RECEIPT, rest, rested, seal
from tests.browser.test_mark import before_the_act
from tests.journeys.benefit import SERVICE

THUMB = 40
"""CSS pixels, about a centimetre on a telephone."""
LINK = 'main a[href*="/withdraw/"]'


def by_touch(thing: Locator) -> None:
    """A finger."""
    thing.tap()


def by_keys(thing: Locator) -> None:
    """Focus and Enter."""
    thing.focus()
    thing.press("Enter")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("press", [by_touch, by_keys])
def test_the_whole_is_taken_back_in_two_presses(
    opened: Callable[..., Page], press: Callable[[Locator], None], script: bool
) -> None:
    page = before_the_act(opened(java_script_enabled=script))
    press(seal(page))
    page.locator(ARMED).wait_for()
    if script:
        rested(page)
    press(page.locator(ARMED))
    page.locator(RECEIPT).wait_for()
    press(page.locator(LINK))
    expect(page.locator("main h1")).to_have_text("この申し込みを、取りやめますか")
    if script:
        rest(page)  # the button stands where the link was
    press(page.locator("main .go"))
    expect(page.locator("main h1")).to_have_text("取りやめました")
    if script:
        expect(page.locator("main h1")).to_be_focused()
    page.goto(f"{SERVICE}/done")
    expect(page.locator("main h1")).to_have_text("申し込みを取りやめました")
    assert not page.locator(LINK).count()


def test_not_taking_back_is_as_wide_as_taking_back_and_no_thumb_hits_both(opened: Callable[..., Page]) -> None:
    page = before_the_act(opened())
    seal(page).press("Enter")
    page.locator(ARMED).press("Enter")
    page.locator(LINK).tap()
    page.locator("main .go").wait_for()
    back, away = (page.locator(f"main {one}").bounding_box() for one in (".go", ".apart .second"))
    assert back
    assert away
    assert back["width"] == away["width"]
    assert away["y"] - back["y"] - back["height"] >= THUMB
