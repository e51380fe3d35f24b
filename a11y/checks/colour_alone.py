"""Nothing is told by colour alone: what is chosen, wrong, needed or a link shows by a shape or a word too."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image
from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.memory import is_new, line
from a11y.picture import Box, changed, picture
from a11y.seen import on_screen, script, styled, told

LEAST = 40
"""Pixels that change with a contrast of 3:1, seen without colours, when something is chosen: a tick, a dot."""


def look(page: Page, _state: State) -> Iterator[str]:
    """What is written and drawn; then one choice of each group, of a kind not met on this walk, in pictures without
    colours, chosen and not."""
    found = told(page, script("colour_alone"))
    yield from found["coloured"]
    new = [mark for kind, *mark in found["marks"] if is_new(page, "colour_alone", kind)]
    if not new:
        return
    browser = line(page)
    browser.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
    try:
        for name, number, *edges in new:
            chosen = put(page, number, True, Box(*edges))
            if changed(put(page, number, False, Box(*edges)), chosen) < LEAST:
                yield f"{name} looks the same chosen and not chosen to whoever sees no colours"
    finally:
        page.evaluate(PUT, [*enumerate(found["chosen"])])
        browser.send("Emulation.setEmulatedVisionDeficiency", {"type": "none"})


def put(page: Page, number: int, chosen: bool, place: Box) -> Image.Image:
    """A picture of a round button or a box to tick after it was chosen, or was not."""
    page.evaluate(PUT, [(number, chosen)])
    return picture(page, place)


PUT = """(wanted) => {
  const marks = document.querySelectorAll("input[type=radio], input[type=checkbox]");
  for (const [number, chosen] of wanted.sort((one, other) => one[1] - other[1])) marks[number].checked = chosen;
}"""
PLAIN = """.choices input { appearance: none !important; border: 3px solid; background: none !important }
.choices input::before { content: none !important } .choices label { outline: 0 !important }"""
THIN = """main input[aria-invalid=true][aria-invalid] { border-width: 2px !important }
main .wrong { border: 0 !important }"""
CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.1",),
    look=look,
    at=on_screen,
    faults=(
        Fault(
            "what is chosen is red, what is not is green",
            styled(
                PLAIN + ".choices input { border-color: #1a7f37 !important; }"
                ".choices input:checked { border-color: #c22f2f !important }"
            ),
        ),
        Fault(
            "what is chosen has another ground, which the system's colours take away",
            styled(PLAIN + ".choices input:checked { background: #000 !important }"),
            variant=Variant(look="forced-colors"),
        ),
        Fault("what is wrong has a red edge and no more", styled(THIN), state="in error"),
        Fault(
            "what is wrong is not said",
            "document.querySelectorAll('main .error').forEach((it) => it.textContent = '')",
            state="in error",
        ),
        Fault(
            "what is needed has a red star",
            "document.querySelector('main :is(.must, .may)').textContent = '＊'",
            page="kyufukin/filer",
            state="empty",
        ),
        Fault(
            "the language in use is blue",
            styled("[aria-current]::before { content: none !important } [aria-current] { outline: 0 !important }"),
            page="preferences",
        ),
    ),
)
