"""Words are seen in the order in which they are read aloud: from the top down, and from left to right."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import on_screen, script, styled, told


def look(page: Page, _state: State) -> Iterator[str]:
    """Words that stand before those they are read after. What stays in view while one scrolls has no place."""
    yield from told(page, script("reading_order"))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.2",),
    look=look,
    at=on_screen,
    faults=(
        Fault("the end of a page shown first", styled("main { display: flex; flex-direction: column-reverse }")),
        Fault("boxes the other way round", styled(".parts { flex-direction: row-reverse }")),
        Fault(
            "a sentence lifted out of its place",
            styled("main .hint { position: absolute; top: 0; left: 0; right: 0 }"),
        ),
        Fault(
            "the person to ask before what to ask for",
            styled(".help { display: grid } .help > :last-child { order: -1 }"),
        ),
    ),
)
