"""The whole way from the first page to the receipt: by finger, by keys alone, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.resident import onward, question, receipt, seal
from tests.journeys.benefit import NUMBER, SERVICE, TYPED

TABS = 60
"""More stops than any page has; a thing not reached by then cannot be reached."""


class Finger:
    """Taps and types."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, there: Locator) -> None:
        there.tap()

    def pick(self, part: str, value: str) -> None:
        self.page.locator(f'main label:has(input[name="{part}"][value="{value}"])').tap()

    def write(self, part: str, text: str) -> None:
        self.page.locator(f'main [name="{part}"]').tap()
        self.page.keyboard.insert_text(text)


class Keys:
    """Tab, Enter, Space, arrows and letters; never points at anything."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, there: Locator) -> None:
        self._reach(lambda: bool(there.evaluate("it => it === document.activeElement")))
        self.page.keyboard.press("Enter")

    def pick(self, part: str, value: str) -> None:
        self._reach(lambda: self._at().startswith(f"{part}="))
        self.page.keyboard.press("Space")
        for _ in range(TABS):
            if self._at() == f"{part}={value}":
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {value} of {part}")

    def write(self, part: str, text: str) -> None:
        self._reach(lambda: self._at().startswith(f"{part}="))
        self.page.keyboard.insert_text(text)

    def _reach(self, there: Callable[[], bool]) -> None:
        for _ in range(TABS):
            if there():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("the Tab key never gets there")

    def _at(self) -> str:
        return str(self.page.evaluate("(it => `${it.name}=${it.value}`)(document.activeElement)"))


WAYS: Mapping[str, tuple[type[Finger] | type[Keys], dict[str, object]]] = {
    "by finger": (Finger, {}),
    "by keys alone": (Keys, {}),
    "by finger, without JavaScript": (Finger, {"java_script_enabled": False}),
    "by finger, largest letters": (Finger, {"viewport": {"width": 320, "height": 480}, "comfort": "300.dark."}),
}


@pytest.mark.parametrize(("hand", "wishes"), WAYS.values(), ids=WAYS.keys())
def test_anyone_can_finish(opened: Callable[..., Page], hand: type, wishes: dict[str, object]) -> None:
    page = opened(**wishes)
    person = hand(page)
    page.goto(f"{SERVICE}/")
    person.go(onward(page))
    ways = [*((step, question(page, f"{SERVICE}/{step}")) for step in TYPED), ("review", onward(page))]
    for (step, form), (_, following) in pairwise(ways):
        expect(form).to_be_visible()
        answered(person, page, TYPED[step])
        person.go(onward(page))
        expect(following).to_be_visible()
    expect(page).to_have_url(f"{page.url.partition('/ja/')[0]}{SERVICE}/review")
    person.go(onward(page))
    expect(seal(page)).to_be_visible()
    person.go(seal(page))
    expect(receipt(page)).to_have_text(NUMBER)


def answered(person: Finger | Keys, page: Page, typed: Mapping[str, str]) -> None:
    """Give one answer with this hand."""
    for part, text in typed.items():
        if page.locator(f'main input[type="radio"][name="{part}"]').count():
            person.pick(part, text)
        elif text:
            person.write(part, text)
