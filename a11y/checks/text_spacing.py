"""Readers who need more room between lines, words and letters can make it, and no word is lost or covered."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import from_top, on_screen, script, told

"""The distances of WCAG 2.2, 1.4.12, in ems; a turned mark is looked at upright."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Words cut off, outside their box, or upon other words."""
    with from_top(page):
        found = told(page, script("text_spacing"))
    yield from found


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.12",),
    look=look,
    at=on_screen,
    faults=(
        Fault(
            "a box of one height",
            "document.querySelector('main .hint').style.cssText = 'height: 1.7em; width: 19em; overflow: clip'",
        ),
        Fault(
            "a heading of one height", "document.querySelector('main h1').style.cssText = 'height: 1.5em; width: 10em'"
        ),
        Fault(
            "a sentence pulled up over the one before",
            "document.querySelector('main .hint').style.cssText = 'position: relative; top: -2em'",
        ),
    ),
)
