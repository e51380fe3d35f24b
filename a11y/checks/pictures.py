"""Every picture says in words what it shows or stays silent, and no control is a picture alone."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import script, told

"""A sign put in by a style sheet is a picture too: it is silent when written as content: "✓" / ""."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Pictures without words, words without sense, controls without a word."""
    yield from told(page, script("pictures"))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.1.1", "1.4.5"),
    look=look,
    faults=(
        Fault("a picture without words", "document.querySelector('main').append(new Image(40, 40))"),
        Fault(
            "a file's name for words",
            "document.querySelector('main').append(Object.assign(new Image(40, 40), {alt: 'IMG_0001.jpg'}))",
        ),
        Fault("a button with a sign alone", "document.querySelector('main .go').textContent = '→'"),
        Fault(
            "a sign that is read aloud",
            "const sheet = new CSSStyleSheet(); sheet.replaceSync('main h1::before { content: \"★\" }');"
            "document.adoptedStyleSheets = [sheet]",
        ),
    ),
)
