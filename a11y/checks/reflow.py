"""Nobody has to scroll sideways on a narrow phone or at 400 % zoom."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import in_sizes, on_screen, script, told, widest

NARROW = ((320, 640), (320, 256), (740, 360))
"""CSS pixels; 320 × 256 is a desktop window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10), 740 × 360 a phone sideways."""


def look(page: Page, _state: State) -> Iterator[str]:
    """What reaches over the edge, and what stays in the way when scrolled."""
    for width, height in in_sizes(page, NARROW):
        yield from (f"at {width} × {height}: {it}" for it in widest(page) + told(page, script("reflow")))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.10",),
    look=look,
    at=on_screen,
    faults=(
        Fault("a heading wider than the phone", "document.querySelector('main h1').style.width = '400px'"),
        Fault("a header that stays", "document.querySelector('header').style.cssText = 'position: sticky; top: 0'"),
    ),
)
