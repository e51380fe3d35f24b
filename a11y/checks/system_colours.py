"""A system set to dark or to strong contrast is followed without asking; colours chosen here are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import script, styled, told

STRONG, WORDS, EDGES = 12.0, 7.0, 3.0
"""Contrast of words when strong contrast is asked for, and of words and edges in the dark."""

Scheme = Literal["dark", "light", "null"]
STRONGLY: Mapping[str, Scheme] = {"strong contrast": "light", "strong contrast, dark": "dark"}


def look(page: Page, state: State) -> Iterator[str]:
    """The page as each system wish turns it; then the wishes are taken back."""
    try:
        yield from _wished(page, state)
    finally:
        page.emulate_media(color_scheme="null", contrast="null")


def _wished(page: Page, state: State) -> Iterator[str]:
    if state.variant.look != "standard":
        before = told(page, script("system_colours"))["colours"]
        for wish in ("dark", "light"):
            if wished(page, color_scheme=wish)["colours"] != before:
                yield f"a {wish} system changes the colours the reader has chosen here"
        return
    for wish, scheme in STRONGLY.items():
        strong = wished(page, scheme, "more")
        yield from (f"{wish}: {name} has {ratio:.1f}" for name, ratio in strong["words"] if ratio < STRONG)
        yield from (f"{wish}: the edge of {name} has {ratio:.1f}" for name, ratio in strong["edges"] if ratio < WORDS)
    dark = wished(page, color_scheme="dark")
    if not dark["dark"]:
        yield "a dark system gets a bright page"
    yield from (f"dark: {name} has {ratio:.1f}" for name, ratio in dark["words"] if ratio < WORDS)
    yield from (f"dark: the edge of {name} has {ratio:.1f}" for name, ratio in dark["edges"] if ratio < EDGES)


def wished(
    page: Page,
    color_scheme: Scheme = "null",
    contrast: Literal["more", "null"] = "null",
) -> Any:
    """What is seen while the system wishes so."""
    page.emulate_media(color_scheme=color_scheme, contrast=contrast)
    return told(page, script("system_colours"))


def at(state: State) -> bool:
    """Where the colours are ours to decide."""
    return state.variant.look in ("standard", "high", "dark")


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.3", "1.4.6", "1.4.11"),
    look=look,
    at=at,
    faults=(
        Fault("a hint that stays grey", styled("main .hint { color: #454550 !important }")),
        Fault(
            "strong contrast forgotten in the dark",
            styled("@media (prefers-color-scheme: dark) and (prefers-contrast: more) { html:root { --act: #8fa6ff } }"),
        ),
        Fault("a page that stays bright", styled("html { --paper: #fff !important; --ink: #1b1b1f !important }")),
        Fault(
            "a system that overrules the reader",
            styled("@media (prefers-color-scheme: dark) { html:root { --paper: #121316; --ink: #fff } }"),
            variant=Variant(look="high"),
        ),
    ),
)
