"""Printed, a page is dark words on white paper: everything that was told, nothing to press, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import script, sized, styled, told

WIDTH, HEIGHT = 718, 1047
"""CSS pixels: a sheet of A4 between margins of 1 cm."""


def look(page: Page, _state: State) -> Iterator[str]:
    """What a sheet of paper cannot use, and what it loses."""
    with sized(page, WIDTH, HEIGHT):
        yield from told(page, script("paper"))


PRINT = Variant(look="print")
CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.1", "1.4.3"),
    look=look,
    at=lambda state: state.variant.look == "print",
    faults=(
        Fault("the header's buttons on paper", styled(".comfort { display: grid !important }"), variant=PRINT),
        Fault("a button on paper", styled(".go { display: flex !important }"), variant=PRINT),
        Fault("pale words on paper", styled("main p, main h1 { color: #8a8a94 !important }"), variant=PRINT),
        Fault("a dark ground on paper", styled("html { background: #121316 !important }"), variant=PRINT),
        Fault("words wider than the paper", styled("main h1 { width: 900px }"), variant=PRINT),
        Fault(
            "lists that stay folded up",
            styled("details::details-content { content-visibility: hidden !important; height: 0 !important }"),
            page="accessibility",
            variant=PRINT,
        ),
        Fault("large letters that fill the paper", styled("html { font-size: 54px !important }"), variant=PRINT),
    ),
)
