"""Nobody has to scroll sideways: narrow screens and large letters together."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.resident import answer, onward, question
from tests.journeys.benefit import SERVICE, TYPED

NARROW = {"phone turned": (320, 256), "small phone": (320, 640)}
PLACES = (
    *("/ja/", "/ja/kasumigahama/", "/ja/kasumigahama/preferences", "/ja/kasumigahama/accessibility"),
    *(f"{SERVICE}/", f"{SERVICE}/applicant-name"),
)
LETTERS = ("100.standard.", "200.high.", "300.dark.")


@pytest.mark.parametrize(("size", "letters"), [*product(NARROW.values(), LETTERS)])
def test_nothing_is_cut_off_at_the_side(opened: Callable[..., Page], size: tuple[int, int], letters: str) -> None:
    page = opened(viewport={"width": size[0], "height": size[1]}, comfort=letters)
    page.goto(f"{SERVICE}/")
    onward(page).click()
    expect(question(page, f"{SERVICE}/filer")).to_be_visible()
    answer(page, TYPED["filer"])
    onward(page).click()
    expect(question(page, f"{SERVICE}/applicant-name")).to_be_visible()
    for path in PLACES:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} px too wide"
