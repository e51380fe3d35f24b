"""One first heading says what the page asks, the title begins with it, and no step of headings is left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import told
from a11y.tree import tree
from portal.language.phrases.page import bare

FIRST = """() => {
  const asks = ({ it }) => !it.closest("rt, rp, .beside, .must, .may");
  const said = (it) => [...words(it)].filter(asks).map(({ node }) => node.data).join("");
  const amiss = "[aria-invalid=true], .doubt[data-focus], .summary[data-focus]";
  const wrong = Boolean(document.querySelector(`main :is(${amiss})`));
  return [[...document.querySelectorAll("h1")].filter(shown).map((it) => said(it).trim()), wrong];
}"""


def look(page: Page, _state: State) -> Iterator[str]:
    """Headings that are missing, doubled, empty, or skip a level."""
    headings = tree(page).all("heading")
    levels = [int(heading.states.get("level", 0)) for heading in headings]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    if levels and levels[0] != 1:
        yield f"{headings[0].name!r} of level {levels[0]} comes before the first heading"
    yield from (
        f"{after.name!r} of level {m} follows level {n}"
        for (n, m), after in zip(pairwise(levels), headings[1:], strict=True)
        if m > n + 1
    )
    yield from (
        f"a heading of level {level} says nothing"
        for heading, level in zip(headings, levels, strict=True)
        if not heading.name.strip()
    )
    first, wrong = told(page, FIRST)
    for words in map(bare, first):
        title = page.title()
        if words not in title:
            yield f"the title {title!r} does not hold the first heading {words!r}"
        elif title.startswith(words) == wrong:
            yield f"the title {title!r} does not begin as that of a page {'' if wrong else 'not '}in error"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.1", "2.4.2", "2.4.6"),
    look=look,
    faults=(
        Fault("no first heading", 'document.querySelector("h1").outerHTML = "<h2>様子</h2>"'),
        Fault("two first headings", 'document.querySelector("main").append(document.createElement("h1"))'),
        Fault(
            "a step left out", 'document.querySelector("main form").insertAdjacentHTML("beforeend", "<h3>番号</h3>")'
        ),
        Fault("a heading that says nothing", 'document.querySelector("main").append(document.createElement("h2"))'),
        Fault(
            "an error the title is silent about",
            'document.title = document.title.replace("エラー: ", "")',
            state="in error",
        ),
        Fault("a title that begins with the town", 'document.title = "かすみがはま市 – " + document.title'),
        Fault("a title of something else", 'document.title = "ようこそ"'),
        Fault(
            "a heading before the first",
            'document.querySelector("header").insertAdjacentHTML("beforeend", "<h2>町</h2>")',
        ),
    ),
)
