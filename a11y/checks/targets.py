"""Whatever can be pressed can be hit by a large, unsteady finger, and its neighbour is not hit instead."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import on_screen, script, told

LEAST = 44
"""CSS pixels of width and height for anything (WCAG 2.2, 2.5.5); 24 would be the law's floor."""
MAIN, MAIN_LARGE, LARGE_FROM = 56, 76, 150
"""CSS pixels for what a page is about, ordinarily and from this text size on: 76 are the 12 mm of a large thumb."""
GAP = 8
"""CSS pixels between two neighbours."""


def look(page: Page, state: State) -> Iterator[str]:
    """What is too small, partly covered or too close to another."""
    main = MAIN_LARGE if state.variant.text >= LARGE_FROM else MAIN
    yield from told(page, script("targets"), [LEAST, main, GAP])


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.5.5", "2.5.8"),
    look=look,
    at=on_screen,
    faults=(
        Fault(
            "a button too low",
            "document.querySelector('main .go').style.cssText = 'min-height: 0; height: 50px; padding: 0'",
        ),
        Fault("a link too low", "document.querySelector('footer a').style.cssText = 'min-height: 0; line-height: 1'"),
        Fault(
            "large letters on a small button",
            "document.querySelector('main .go').style.cssText = 'min-height: 0; height: 70px; padding: 0'",
            variant=Variant(text=200),
        ),
        Fault(
            "two choices without a gap between them",
            "document.querySelector('main .choices').style.gap = '2px'",
        ),
        Fault(
            "something in front of a button",
            "document.querySelector('main .go').insertAdjacentHTML('afterend', '<p>&nbsp;</p>');"
            "document.querySelector('main .go + p').style.cssText ="
            " 'position: relative; height: 60px; margin-top: -90px'",
        ),
    ),
)
