"""Comfort never costs an answer: text size, colours and language change in the middle of a question."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.resident import answer, onward, question
from tests.journeys.benefit import SERVICE, TYPED

SCRIPT = {"with script": True, "without script": False}
WISHES = {"text:150": "data-text", "contrast:dark": "data-contrast"}


def at_name(page: Page) -> None:
    """Up to the question for the name, and halfway through it."""
    page.goto(f"{SERVICE}/")
    onward(page).click()
    expect(question(page, f"{SERVICE}/filer")).to_be_visible()
    answer(page, TYPED["filer"])
    onward(page).click()
    expect(question(page, f"{SERVICE}/applicant-name")).to_be_visible()
    page.locator('[name="family"]').fill("髙橋")


def press(page: Page, wish: str) -> None:
    """Open the group of a button in the header and press it."""
    page.locator(f'header details:has(button[value="{wish}"]) summary').click()
    page.locator(f'header button[value="{wish}"]').click()


@pytest.mark.parametrize("script", SCRIPT.values(), ids=SCRIPT.keys())
@pytest.mark.parametrize("wish", WISHES)
def test_half_an_answer_stays(opened: Callable[..., Page], wish: str, script: bool) -> None:
    page = opened(java_script_enabled=script)
    at_name(page)
    press(page, wish)
    expect(page.locator("html")).to_have_attribute(WISHES[wish], wish.partition(":")[2])
    expect(page.locator('[name="family"]')).to_have_value("髙橋")


@pytest.mark.parametrize("script", SCRIPT.values(), ids=SCRIPT.keys())
def test_the_language_changes_and_the_words_stay(opened: Callable[..., Page], script: bool) -> None:
    page = opened(java_script_enabled=script)
    at_name(page)
    press(page, "language:en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(question(page, f"{SERVICE.replace('/ja/', '/en/')}/applicant-name")).to_be_visible()
    expect(page.locator('[name="family"]')).to_have_value("髙橋")


NARROW = {"phone turned": (320, 256), "small phone": (320, 640)}
PLACES = (
    *("/ja/", "/ja/kasumigahama/", "/ja/kasumigahama/preferences", "/ja/kasumigahama/accessibility"),
    *(f"{SERVICE}/", f"{SERVICE}/applicant-name"),
)
LETTERS = ("100.standard.", "200.high.", "300.dark.")


@pytest.mark.parametrize(("size", "letters"), [*product(NARROW.values(), LETTERS)])
def test_nothing_is_cut_off_at_the_side(opened: Callable[..., Page], size: tuple[int, int], letters: str) -> None:
    page = opened(viewport={"width": size[0], "height": size[1]}, comfort=letters)
    at_name(page)
    for path in PLACES:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} px too wide"
