"""Whoever goes by keyboard always sees where they are: a thick line of strong contrast around the place."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.memory import is_new
from a11y.picture import NOTHING, VISIBLE, Box, changed, picture
from a11y.seen import from_top, on_screen, script, styled, told

AROUND = 14
"""CSS pixels around a control that its line may take."""
THICK = 2
"""CSS pixels: the line's area is at least that of an outline of this thickness (WCAG 2.2, 2.4.13)."""


def look(page: Page, state: State) -> Iterator[str]:
    """One control of each kind that was not met on this walk: a picture with and without focus. What is around every
    page is looked at on a few."""
    begun = page.evaluate_handle("document.activeElement")
    with from_top(page):
        page.keyboard.press("Tab")  # from now on the browser shows focus as it does for a keyboard
        page.evaluate("document.activeElement.blur()")
        page.evaluate("scrollTo({ top: 0, left: 0, behavior: 'instant' })")
        yield from _unseen(page, state)
    begun.evaluate("(it) => it.focus?.({ preventScroll: true })")


def _unseen(page: Page, state: State) -> Iterator[str]:
    kinds = told(page, script("focus_visible"), "/" in state.page)
    new = [(n, *told) for n, (kind, *told) in enumerate(kinds) if is_new(page, "focus_visible", kind)]
    blurred = picture(page) if new else NOTHING
    for n, name, *edges in new:
        box = Box(*edges)
        around = box.grown(AROUND).within(*blurred.size)
        page.evaluate("(n) => document.querySelector(`[data-kind='${n}']`).focus({ preventScroll: true })", n)
        area = changed(blurred.crop(around), picture(page, around))
        page.evaluate("document.activeElement.blur()")
        if area < THICK * box.around:
            yield f"{name} changes on {area} px when focused, needs {THICK * box.around:.0f} px of {VISIBLE}:1"
    page.evaluate("document.querySelectorAll('[data-kind]').forEach((it) => delete it.dataset.kind)")


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.11", "2.4.7", "2.4.13"),
    look=look,
    at=on_screen,
    faults=(
        Fault("no line at all", styled("*:focus-visible { outline: none !important; box-shadow: none !important }")),
        Fault(
            "a thin line", styled(".go:focus-visible { outline: 1px dotted !important; box-shadow: none !important }")
        ),
        Fault("yellow on white", styled("input:focus-visible { outline-color: #ffd43d !important }")),
        Fault(
            "a choice without a line",
            styled(".choices label { outline: none !important; box-shadow: none !important }"),
        ),
        Fault(
            "a group that does not say where one is",
            styled(".comfort summary { outline: none !important; box-shadow: none !important }"),
            page="home",
        ),
        Fault(
            "an open group that keeps its own line",
            styled(".comfort [open] > summary { outline: 2px solid var(--act) !important; outline-offset: -4px }"),
            page="home",
            state="colours open",
        ),
        Fault(
            "a shadow that the system's colours take away",
            styled(".go:focus-visible { outline: none !important; box-shadow: 0 0 0 6px #000 !important }"),
            variant=Variant(look="forced-colors"),
        ),
    ),
)
