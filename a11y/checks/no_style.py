"""Without styles, and without styles and scripts, the words come in the same order and everything works to the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import finished, passage, told
from a11y.seen import script, styled
from a11y.seen import told as seen

WORDS = "() => document.body.innerText.replace(/\\s+/g, '')"


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where the look alone carries meaning, and where it carries the way on."""
    bare, neither = opened(), opened(java_script_enabled=False)
    for page in (bare, neither):
        page.route("**/*.css", lambda route: route.abort())
    dressed = bare.context.new_page()
    hand = Pointer(bare)
    for stop in passage(hand, journey):
        if not stop.filled:
            yield from (f"{stop}: {it}" for it in compared(bare, dressed))
            bare.bring_to_front()
    finished(Pointer(neither, script=False), journey)


def compared(bare: Page, dressed: Page) -> Iterator[str]:
    """What is another page, or in another order, once it is dressed."""
    dressed.goto(bare.url)
    without, with_style = bare.evaluate(WORDS), dressed.evaluate(WORDS)
    if without != with_style:
        n = next((n for n, (a, b) in enumerate(zip(without, with_style, strict=False)) if a != b), 0)
        yield f"without styles “{without[n : n + 30]}” stands where “{with_style[n : n + 30]}” stood"
    yield from seen(dressed, script("reading_order"))


def _moved(css: str) -> str:
    return f"addEventListener('DOMContentLoaded', () => {styled(css)})"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.1", "1.3.2", "1.4.8"),
    way=way,
    faults=(
        Fault(
            "words that only a style hides",
            "addEventListener('DOMContentLoaded', () => { if (getComputedStyle(document.body).margin !== '0px')"
            " document.querySelector('main').append('?'); })",
        ),
        Fault("the end of a page shown first", _moved("main { display: flex; flex-direction: column-reverse }")),
        Fault("one part shown earlier", _moved("main { display: grid } main :is(.go, form:has(.go)) { order: -1 }")),
        Fault("boxes side by side, the other way round", _moved(".pair, .parts, .row { flex-direction: row-reverse }")),
        Fault(
            "a sentence lifted out of its place",
            _moved("main > *:last-child { position: absolute; top: 0; left: 0; right: 0 }"),
        ),
    ),
)
