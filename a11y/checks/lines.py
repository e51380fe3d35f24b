"""Lines are short enough to find the next one, far enough apart, and never stretched to both edges."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import on_screen, script, sized, told

LONGEST = 40
"""Full-width signs a line, or 80 narrow ones, in a window as wide as a desk's (WCAG 2.2, 1.4.8)."""
LEAST_HEIGHT = 1.5
"""Times the size of the letters, for whatever runs over more than one line, except on buttons."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Lines that are too long, too close or stretched."""
    with sized(page, 1280, 800):
        yield from told(page, script("lines"), [LONGEST, LEAST_HEIGHT])


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.8",),
    look=look,
    at=on_screen,
    faults=(
        Fault(
            "as wide as the window",
            "document.querySelector('main').style.maxWidth = 'none';"
            "document.querySelector('main .hint').style.maxWidth = 'none';"
            "document.querySelector('main .hint').textContent = '受付番号と、生まれた日を教えてください。'.repeat(5)",
        ),
        Fault(
            "lines too close",
            "Object.assign(document.querySelector('main .hint').style, {lineHeight: 1.2, width: '8em'})",
        ),
        Fault("stretched to both edges", "document.querySelector('main').style.textAlign = 'justify'"),
    ),
)
