"""No letter is smaller than 16 px, and what is meant to be read is 18 px, before anybody has set anything."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import on_screen, script, styled, told

LEAST, BODY, KANA = 16, 18, 12
"""CSS pixels. Older readers' smallest comfortable size on a phone, and this house's own; and of kana above kanji, which
are half as large as the kanji in print (W3C, Requirements for Japanese Text Layout) and a little more here."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Letters that are too small."""
    yield from told(page, script("letter_size"), [LEAST, BODY, KANA])


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.4", "1.4.8"),
    look=look,
    at=on_screen,
    faults=(
        Fault("a small remark", "document.querySelector('main .hint').style.fontSize = '.8rem'"),
        Fault(
            "small letters in the header",
            "document.querySelector('header').style.fontSize = '14px';"
            "document.querySelector('header .bar').style.fontSize = 'inherit'",
        ),
        Fault(
            "small kana above kanji",
            styled("[data-text] header rt { font-size: 10px }"),
            variant=Variant(beside="kana"),
        ),
        Fault("a box for small letters", "document.querySelector('main input').style.fontSize = '16px'"),
    ),
)
