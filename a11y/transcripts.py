"""What a screen reader tells of a page from its first word to its last, one thing a line, to be read by people.

`make transcripts` writes it anew into a11y/transcripts/<language>, a file for each page with its states one after
another; the check `transcript` holds each page against it. Read the difference as somebody who cannot see the page.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from a11y.audit import Wanted
from a11y.check import State, Variant
from a11y.masked import masked
from a11y.tree import Node, tree
from a11y.variants import shown
from a11y.walk import Walk, walked, walks
from tests.browser.resident import chromium
from tests.serving import Server, serving

FOLDER = Path(__file__).with_name("transcripts")
LANGUAGES = ("ja", "en")
KINDS = {
    "StaticText": "text",
    "textbox": "box",
    "DisclosureTriangle": "panel",
    "DisclosureTriangleGrouped": "panel",
    "DescriptionListTerm": "term",
    "term": "term",
    "DescriptionListDetail": "told",
    "definition": "told",
    "checkbox": "tick",
    "radiogroup": "choice",
    "image": "picture",
    "img": "picture",
    "listitem": "item",
    "complementary": "part",
    "navigation": "part",
    "Canvas": "picture",
    "ListMarker": "number",
}
"""Words for roles that are no plain words."""
ONE = {
    "heading",
    "link",
    "button",
    "radio",
    "checkbox",
    "textbox",
    "image",
    "img",
    "Canvas",
    "StaticText",
    "ListMarker",
}
ONE |= {
    "DisclosureTriangle",
    "DisclosureTriangleGrouped",
    "term",
    "DescriptionListTerm",
    "columnheader",
    "rowheader",
    "cell",
}
"""Told by its name; what is inside it has been told with it."""
SILENT = {"paragraph", "Details", "Section", "DescriptionList", "time", "Time", "strong", "emphasis", "mark"}
"""Only what is inside is told."""
BULLETS = {"•", "◦"}
LABELS = {"LabelText", "Legend"}
"""Their words are told as the name of what they belong to."""
SERVICE = "kyufukin"
MORE = ("kaigo-nintei/insured-number", "kaigo-nintei/call-when", "juminhyo/copies", "juminhyo/again")
"""Every page of one service is told; of the others, what it does not have."""
JOURNEYS = (
    *("benefit-alone", "benefit-for-another", "benefit-together"),
    *("care-alone", "residence-certificate", "residence-certificate-for-another"),
)
"""The ways on which all that is told is met."""
WHOLE = ("home", "towns", "desk/home", "desk/sign_in")
MENUS = ("text sizes open", "colours open", "languages open", "being read", "more of reading open")
AROUND = {*MENUS, "about to close"}
"""Pages and states told with what is around them on every page."""
SENT = {
    *(("status", "found"), ("status", "answered, and to be called")),
    *(("checked", "found"), ("verify", "genuine"), ("verify", "unsure")),
}
"""States that tell of what was sent on some way, or whether it has arrived already."""


def transcript(page: Page, state: State) -> str:
    """The title, then the page from top to bottom; where the rest is as everywhere, only its main part."""
    whole = tree(page)
    parts = whole.children if state.page in WHOLE or state.name in AROUND else whole.all("main")
    lines = [f"title: {whole.name}", *_told(tuple(parts), "")]
    return masked("\n".join(lines), state) + "\n"


def tells(state: State) -> bool:
    """Whether there is a transcript of the state, in one of the languages."""
    if state.variant.language not in LANGUAGES or state.variant.look == "print" or state.variant.beside:
        return False
    if state.page == "api":  # made from the description, whose words the tests of the API hold
        return False
    if state.page not in MORE and (_of_another(state.page) or _of_another_day(state)):
        return False
    chosen = state.page == "preferences" or state.name in MENUS  # they tell which look was chosen
    return not chosen or state.variant == Variant(state.variant.language)


def _of_another(page: str) -> bool:
    return "/" in page and page.partition("/")[0] not in (SERVICE, "problem", "desk")


def _of_another_day(state: State) -> bool:
    """Tells what the last audit found or what was sent on some way, or is told already in shorter words."""
    sent = (state.page, state.name) in SENT
    return sent or "long words" in state.name or state.page.startswith("accessibility")


def golden(state: State) -> list[str]:
    """The transcripts of a state: one, and one more for each way that tells it otherwise."""
    path = place(state)
    return [words for name, words in read(path.read_text()) if name == state.name] if path.exists() else []


def place(state: State) -> Path:
    """The file of the state's page."""
    return FOLDER / state.variant.language / f"{state.page}.txt"


def page_at(path: Path) -> str:
    """The page a file is of."""
    return path.relative_to(FOLDER).with_suffix("").as_posix().partition("/")[2]


def read(text: str) -> Iterator[tuple[str, str]]:
    """State and words, one after another, of a file."""
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        name, _, words = part.partition("\n")
        yield name, words.rstrip("\n") + "\n"


def _told(nodes: tuple[Node, ...], indent: str) -> Iterator[str]:
    for node in nodes:
        if node.role in SILENT or _is_mere_box(node):
            yield from _told(_joined(node.children), indent)
        elif node.role in LABELS:
            yield from _told(tuple(it for it in node.walk() if it.role in ONE - {"StaticText"}), indent)
        elif node.name.strip() not in BULLETS:
            yield indent + _line(node)
            yield from _told(() if node.role in ONE else node.children, indent + "  ")


def _is_mere_box(node: Node) -> bool:
    """A group without a name, of which no reader speaks."""
    return node.role == "group" and not node.name and not node.states.get("focused")


def _joined(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Pieces of one line of words, told as one."""
    lines: list[Node] = []
    for node in nodes:
        if lines and node.role == lines[-1].role == "StaticText":
            lines[-1] = replace(node, name=lines[-1].name + node.name)
        else:
            lines.append(node)
    return tuple(lines)


def _line(node: Node) -> str:
    kind = KINDS.get(node.role, node.role)
    if node.role == "heading":
        kind += f" {node.states.get('level')}" + " link" * bool(node.all("link"))
    words = " ".join(node.name.split())
    told = [f"{kind}: {words}" if words else kind, *_states(node)]
    if node.description:
        told.append(f"({' '.join(node.description.split())})")
    return " ".join(told)


def _states(node: Node) -> Iterator[str]:
    if node.value and (node.role != "button" or "." in node.value):  # without a file, browsers use words of their own
        yield f"= {' '.join(node.value.split())!r}"
    if node.role in ("radio", "checkbox"):
        yield "[x]" if node.states.get("checked") == "true" else "[ ]"
    if "expanded" in node.states:
        yield "[open]" if node.states["expanded"] else "[closed]"
    for state in ("invalid", "disabled", "required", "readonly"):
        if node.states.get(state) in (True, "true"):
            yield f"[{state}]"
    if node.states.get("current"):
        yield "[chosen]"
    if node.states.get("focused"):
        yield "[focus]"


Told = dict[Path, dict[tuple[str, str], None]]
"""The transcripts of a page, in the order they were met: state and words."""


def told_of(page: Page, walk: Walk, variant: Variant, told: Told) -> None:
    """Add the transcripts of a walk."""
    for state in filter(tells, walked(page, walk, variant)):
        told.setdefault(place(state), {})[state.name, transcript(page, state)] = None


def kept() -> list[Path]:
    """The files there are; beside them stands what another reader says."""
    return [path for language in LANGUAGES for path in (FOLDER / language).rglob("*.txt")]


def main(pages: str = "") -> None:
    """Write those of the pages anew that the patterns meet ("status,desk/*"), or all."""
    told: Told = {}
    wanted = Wanted(pages=tuple(pages.split(",")) if pages else ("*",))
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server, chromium() as browser:
        for language, walk in product(LANGUAGES, filter(wanted.enters, walks())):
            if walk.kind != "journeys" or walk.name in JOURNEYS:
                page = shown(browser, server.address, Variant(language))
                told_of(page, walk, Variant(language), told)
                page.context.close()
    anew = {path for path in {*kept(), *told} if wanted.meets(page_at(path))}
    for path in anew - told.keys():
        path.unlink()
    for path in anew & told.keys():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(f"## {name}\n{words}" for name, words in told[path]))
    print(f"{sum(len(told.get(path, ())) for path in anew)} transcripts of {len(anew)} files in {FOLDER.name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
