"""Whoever reads along sees which word sounds: lit in time, by more than a colour, and easy to read in every look."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.memory import line
from a11y.picture import Box, changed, picture
from a11y.seen import on_screen, script, styled, told

READING = "being read"
"""Which state of a page has a lit sentence; the voice is halted there."""
PARTS = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Moments of the sentence, as parts of its length."""
LEAST = 7.0
"""Contrast of lit letters to their lit ground (WCAG 2.2, 1.4.6)."""
THICK = {"word": 2, "sentence": 0.5}
"""CSS pixels of a line under what is lit that show without colours: a word's is thick and strong, a sentence's thin."""
GREY = {"type": "achromatopsia"}
PLACE = """(name) => {
  const box = [...[...CSS.highlights.get(name)][0].getClientRects()].find((one) => one.width > 0);
  return [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY];
}"""
WITHOUT = """(name) => {
  window.yorisoiLit = CSS.highlights.get(name);
  CSS.highlights.set(name, new Highlight());
}"""
AGAIN = "(name) => { CSS.highlights.set(name, window.yorisoiLit); delete window.yorisoiLit; }"


def look(page: Page, _state: State) -> Iterator[str]:
    """What is lit too early or too late; then what is lit in pictures without colours, lit and not.

    Where the system forces its colours, an outline shows the sentence: the check `forced_colors` knows of those.
    """
    found = told(page, script("lit_word"), [*PARTS])
    yield from found
    if found:
        return
    yield from told(page, FAINT, LEAST)
    browser = line(page)
    browser.send("Emulation.setEmulatedVisionDeficiency", GREY)
    try:
        for name in page.evaluate("[...CSS.highlights.keys()]"):
            place = Box(*page.evaluate(PLACE, name))
            lit = picture(page, place)
            page.evaluate(WITHOUT, name)
            shown = changed(picture(page, place), lit)
            page.evaluate(AGAIN, name)
            if shown < THICK[name] * (place.right - place.left):
                yield f"the lit {name} differs on {shown} px only to whoever sees no colours"
    finally:
        browser.send("Emulation.setEmulatedVisionDeficiency", {"type": "none"})


FAINT = """(least) => [...CSS.highlights.keys()].flatMap((name) => {
  const it = [...CSS.highlights.get(name)][0].startContainer.parentElement;
  const { color, backgroundColor } = getComputedStyle(it, `::highlight(${name})`);
  const seen = contrast(channels(color), over(channels(backgroundColor), [255, 255, 255, 1]));
  return seen < least ? [`the lit ${name} is readable at ${seen.toFixed(1)}:1, needs ${least}:1`] : [];
})"""


def at(state: State) -> bool:
    """Where a page is being read."""
    return state.name == READING and on_screen(state)


def _fault(name: str, script: str, look: str = "standard") -> Fault:
    return Fault(name, script, page="listening", state=READING, variant=Variant(look=look))


SLOW = """{ const queue = [], set = CSS.highlights.set.bind(CSS.highlights);
CSS.highlights.set = (name, it) => { queue.push(it); set(name, queue.at(-4) ?? queue[0]); };
void 0; }"""
LIKE = """{ const it = document.querySelector(".hearing"), whole = document.createRange();
whole.selectNodeContents(it);
CSS.highlights.set("sentence", new Highlight(whole)); }"""
CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.1", "1.4.6"),
    look=look,
    at=at,
    faults=(
        _fault("a light that stands still", "{ CSS.highlights.set = () => {}; void 0 }"),
        _fault("a light that comes too late", SLOW),
        _fault("no light at all", "CSS.highlights.clear()"),
        _fault(
            "a word lit by its colour alone",
            styled("::highlight(word) { text-decoration: none !important; text-shadow: none !important }"),
        ),
        _fault(
            "a sentence lit by its colour alone",
            styled("::highlight(sentence) { text-decoration: none !important; color: inherit !important }"),
        ),
        _fault("a word that looks like its sentence", LIKE, look="forced-colors"),
        _fault("light letters on a light ground", styled("::highlight(word) { color: #8a6d00 !important }")),
    ),
)
