"""All words stand out from what is behind them, in every colour scheme, for eyes with clouded lenses too."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.picture import Box, picture, strongest
from a11y.seen import script, told

LEAST, LEAST_LARGE = 7.0, 4.5
"""WCAG 2.2, 1.4.6; large is 24 px, or 18.66 px bold."""
MARK = 3.0
"""For signs put in by style sheets."""
BLURRED = 0.9
"""Of the contrast is left in a picture, where the edges of letters are softened."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Words and signs that are too pale; a picture is taken where computed colours cannot tell."""
    found = told(page, script("contrast"), [LEAST, LEAST_LARGE, MARK])
    yield from found["pale"]
    for name, needed, box in found["unsure"]:
        seen = strongest(picture(page, Box(*box)))
        if seen < needed * BLURRED:
            yield f"{name} has a contrast of {seen:.1f} at most, needs {needed}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.3", "1.4.6", "1.4.11"),
    look=look,
    faults=(
        Fault("a pale hint", "document.querySelector('main .hint').style.color = '#666'"),
        Fault("a see-through hint", "document.querySelector('main .hint').style.opacity = '.7'"),
        Fault("words on a colour near to theirs", "document.querySelector('main .go').style.background = '#7d90c8'"),
        Fault(
            "words on a picture",
            "document.querySelector('main .go').style.background = 'linear-gradient(90deg, #b9c8ff, #8fa3e0)'",
        ),
        Fault(
            "one colour that forgets the dark",
            "document.querySelector('main .hint').style.color = '#10339b'",
            variant=Variant(look="dark"),
        ),
    ),
)
