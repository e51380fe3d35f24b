"""No id comes twice, whatever points to something finds it, and nothing is put where HTML forbids it."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.seen import script, told


def look(page: Page, _state: State) -> Iterator[str]:
    """What is broken in the markup as the browser holds it."""
    yield from told(page, script("markup"))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.1", "4.1.1", "4.1.2"),
    look=look,
    faults=(
        Fault("an id twice", 'document.querySelector("main .go").id = "number"'),
        Fault("a description that is nowhere", 'document.querySelector("#number-hint").remove()'),
        Fault("a label for nothing", 'document.querySelector("main label[for=number]").htmlFor = "code"'),
        Fault("a link to nowhere", 'document.querySelector(".skip").setAttribute("href", "#top-of-page")'),
        Fault("a button in a link", 'document.querySelector(".town").append(document.createElement("button"))'),
        Fault(
            "a list with something else in it",
            'const list = document.createElement("ul"); list.append(document.createElement("p"));'
            'document.querySelector("main").append(list)',
        ),
        Fault("a button of no form", 'document.querySelector("main .go").setAttribute("form", "nowhere")'),
    ),
)
