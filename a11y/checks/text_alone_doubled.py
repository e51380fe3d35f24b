"""Letters may be made twice as large without the page around them, and none is cut off or runs out of its box."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import on_screen, script, told


def look(page: Page, _state: State) -> Iterator[str]:
    """Words cut off, words outside their box, boxes too low for what is typed."""
    yield from told(page, script("text_alone_doubled"))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.4",),
    look=look,
    at=on_screen,
    faults=(
        Fault(
            "a button of one height",
            "document.querySelector('main .go').style.cssText ="
            " 'height: 30px; min-height: 0; padding: 0; overflow: hidden'",
        ),
        Fault("a box too low", "document.querySelector('main input').style.cssText = 'height: 40px; min-height: 0'"),
        Fault(
            "words that run out of their box",
            "Object.assign(document.querySelector('main .go').style, {height: '64px', minHeight: 0, padding: 0});"
            "document.querySelector('main .go').textContent = 'とても長いことばが書いてあるボタンです。'.repeat(3)",
        ),
        Fault(
            "three dots for the rest",
            "document.querySelector('main .hint').style.cssText ="
            " 'overflow: hidden; text-overflow: ellipsis; white-space: nowrap'",
        ),
    ),
)
