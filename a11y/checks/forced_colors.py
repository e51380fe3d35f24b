"""Whoever has the system choose all colours still sees every edge, line and sign, and no colour of ours."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import script, styled, told


def look(page: Page, _state: State) -> Iterator[str]:
    """What opts out of the system's colours, and what those colours would take away."""
    yield from told(page, script("forced_colors"))


FORCED = Variant(look="forced-colors")
CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.1", "1.4.11"),
    look=look,
    at=lambda state: state.variant.look == "forced-colors",
    faults=(
        Fault(
            "a button that keeps its own colours",
            styled(".go { forced-color-adjust: none; background: #10339b; color: #fff }"),
            variant=FORCED,
        ),
        Fault(
            "an edge that is a shadow",
            styled(".choices label { border: 0; box-shadow: 0 0 0 2px #333 }"),
            variant=FORCED,
        ),
        Fault(
            "a box that is a ground only",
            styled(".go { border: 0 !important; outline: 0 !important }"),
            variant=FORCED,
        ),
        Fault("a link without a line", styled("footer a { text-decoration: none }"), variant=FORCED),
        Fault(
            "a sign that is a picture",
            styled("main .go { background-image: url(/sign.svg) }"),
            variant=FORCED,
        ),
    ),
)
