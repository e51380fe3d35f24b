"""Letters made larger in the browser's own settings are larger here too, and nothing runs out of the page."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.memory import line
from a11y.seen import on_screen, script, sized, told, widest

USUAL, LARGE = 16, 32
"""CSS pixels: what browsers come with, and twice that."""
LEAST = 1.15
"""The page's letters double; the bar stops at the width of the screen, but grows somewhat, and a number to read in
one line is larger than the words in any case."""


def look(page: Page, state: State) -> Iterator[str]:
    """What does not grow, and what reaches over the edge of a 320 px wide screen."""
    browser = line(page)
    before = told(page, script("browser_font"))
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": LARGE}})
    try:
        after = told(page, script("browser_font"))
        with sized(page, 320, 640):
            wide = widest(page)
    finally:
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": USUAL}})
    if after["the page"] < 2 * before["the page"]:
        yield f"the page's letters are {after['the page']} px and not twice {before['the page']} px"
    if state.variant.text == 100:
        still = [it for it in before if it in after and after[it] < min(LEAST * before[it], after["the page"])]
        yield from (f"{it} stays at {before[it]} px" for it in still)
    yield from (f"with letters twice as large: {it}" for it in wide)


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.4", "1.4.10"),
    look=look,
    at=on_screen,
    faults=(
        Fault("letters in pixels", "document.documentElement.style.fontSize = '18px'"),
        Fault("one sentence in pixels", "document.querySelector('main .hint').style.fontSize = '18px'"),
        Fault("a box that grows too wide", "document.querySelector('main input').style.minWidth = '16rem'"),
    ),
)
