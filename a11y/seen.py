"""Looking at a page: one call into the browser, with the words, controls and colours of seen.js at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from a11y.check import State

SEEN = Path(__file__).with_name("seen.js").read_text()
CHECKS = Path(__file__).with_name("checks")


def script(name: str) -> str:
    """The function in checks/<name>.js: what a check does in the page."""
    return (CHECKS / f"{name}.js").read_text()


def told(page: Page, function: str, given: Any = None) -> Any:
    """What a function returns in the page; `given` is its only parameter."""
    return page.evaluate(f"(given) => {{\n{SEEN}\nreturn ({function.strip()})(given);\n}}", given)


def styled(css: str) -> str:
    """A fault's script: the page with these rules added. Inline ones are forbidden by its policy."""
    rules = css.replace("`", "")
    return f"{{ const s = new CSSStyleSheet(); s.replaceSync(`{rules}`); document.adoptedStyleSheets = [s] }}"


def widest(page: Page) -> list[str]:
    """What has to be scrolled to sideways."""
    return told(page, "() => widest()")  # type: ignore[no-any-return]


def on_screen(state: State) -> bool:
    """Not on paper."""
    return state.variant.look != "print"


@contextmanager
def from_top(page: Page) -> Iterator[None]:
    """The page at its top, where what stays in view lies on nothing else; afterwards it stands where it stood."""
    place = page.evaluate("[scrollX, scrollY]")
    page.evaluate("scrollTo({ top: 0, left: 0, behavior: 'instant' })")
    try:
        yield
    finally:
        page.evaluate("([left, top]) => scrollTo({ left, top, behavior: 'instant' })", place)


@contextmanager
def sized(page: Page, width: int, height: int) -> Iterator[None]:
    """The page in a window of another size, CSS pixels; afterwards it stands where it stood."""
    for _ in in_sizes(page, ((width, height),)):
        yield


def in_sizes(page: Page, sizes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The page in windows of other sizes, one after the other; then as it was."""
    before, place = page.viewport_size, page.evaluate("[scrollX, scrollY]")
    try:
        for width, height in sizes:
            page.set_viewport_size({"width": width, "height": height})
            yield width, height
    finally:
        if before:
            page.set_viewport_size(before)
        page.evaluate("(place) => scrollTo(...place)", place)
