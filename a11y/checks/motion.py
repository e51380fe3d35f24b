"""For whoever asks for less motion nothing moves: no animation, no gliding, no flashing."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import script, styled, told

LONGEST = 10
"""Milliseconds; what is over before it can be seen."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Whatever moves for longer than an instant."""
    yield from told(page, script("motion"), LONGEST)


CALM = Variant(look="reduced-motion")
CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.2.2", "2.3.1", "2.3.3"),
    look=look,
    at=lambda state: state.variant.look == "reduced-motion",
    faults=(
        Fault("a button that glides", styled(".go { transition: background 300ms }"), variant=CALM),
        Fault(
            "a heading that comes floating in",
            styled("@keyframes in { from { opacity: 0 } } h1 { animation: in 1s infinite }"),
            variant=CALM,
        ),
        Fault("a page that scrolls by gliding", styled("html { scroll-behavior: smooth }"), variant=CALM),
    ),
)
