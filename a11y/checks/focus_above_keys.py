"""A box that is typed in is not hidden by the keyboard of the telephone."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.keyboard import around

LEFT = 0.45
"""What the keyboard leaves of the height of a telephone in the hand, with its row of suggestions."""


TYPED = "main :is(textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file]))"


def look(page: Page, _state: State) -> Iterator[str]:
    """Boxes that cannot be seen whole above the keyboard."""
    before = page.viewport_size
    if not before or not page.locator(TYPED).count():
        return
    scrolled = page.evaluate("[scrollX, scrollY]")
    page.set_viewport_size({"width": before["width"], "height": round(before["height"] * LEFT)})
    stops = around(page).once
    page.set_viewport_size(before)
    page.evaluate("([x, y]) => scrollTo(x, y)", scrolled)
    for stop in stops:
        if stop.typed and stop.covered:
            yield f"{stop.name} is typed in and lies under {stop.covered[0]}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.4.11",),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        Fault(
            "a bar that leaves room only without the keyboard",
            'const bar = document.createElement("div"); document.body.append(bar);'
            'bar.style.cssText = "position: fixed; left: 0; right: 0; bottom: 0; height: 200px; background: #eee"',
        ),
    ),
)
