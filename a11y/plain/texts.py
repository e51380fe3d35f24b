"""Every Japanese text of the house, with the place where it stands and how plain it must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

import yaml
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from a11y.plain.level import Level
from portal.catalogue.words import texts as texts_of
from portal.language.marks import plain

SERVICES, TOWNS, LETTERS = "portal/catalogue/services/", "portal/municipalities/data/", "templates/letters/"
SIMPLE = "locales/ja-simple/LC_MESSAGES/"
LEGAL = {"act", "text"}
"""Of a consent: what is agreed to in so many words; its plain `meaning` stands beside it."""
NAMES = {"name", "address"}
"""Of a town: names are what they are, at every level."""
STATEMENT = {"templates/resident/accessibility.html", "portal/resident/accessibility.py"}
"""The statement of accessibility follows a form that is prescribed, and its easy version names the same things."""
DESK = ("templates/desk/", "portal/desk/")
"""Clerks call things by their names, as the letters to their departments do."""
MARKS: Any = {"_": None, "say": None, "meant": ((1, "c"), 2), "ngettext": (1, 2), "count": (1, 2)}
"""What marks a text for translation, and which of its words are the text: as `make words` has them."""
JINJA = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿]")


@dataclass(frozen=True)
class Text:
    """One text. `unit` is what is read in one go (a service, the portal itself), `page` a page of it."""

    path: str
    line: int
    text: str
    level: Level
    unit: str
    page: str


@dataclass(frozen=True)
class Source:
    """A Japanese text as it is written first; the rest as in Text."""

    line: int
    text: str
    level: Level | None
    page: str


def texts(sources: Mapping[str, str]) -> Iterator[Text]:
    """All Japanese texts in these files, path from the top of the house → content, without marks of reading."""
    for found in _written(sources):
        yield replace(found, text=plain(found.text))


def _written(sources: Mapping[str, str]) -> Iterator[Text]:
    simple = dict(_simple(sources))
    for path in sorted(sources):
        unit = _unit(path)
        for found in _in_japanese(path, sources[path]):
            if found.level is None or not JAPANESE.search(found.text):
                continue
            yield Text(path, found.line, found.text, found.level, unit, found.page)
            if found.level != Level.OFFICIAL or not path.startswith(LETTERS):
                told = simple.get(found.text)
                if told:
                    yield Text(*told, _easy(path), f"{unit} in easy Japanese", found.page)
    yield from _of_code(sources, simple)


def _said(path: str) -> Level:
    return Level.OFFICIAL if path in STATEMENT or path.startswith(DESK) else Level.PLAIN


def _easy(path: str) -> Level:
    return Level.OFFICIAL if path in STATEMENT else Level.STRICT


def _unit(path: str) -> str:
    """A service with its towns' changes is one thing to read; everything of the portal itself is another."""
    if path.startswith((SERVICES, TOWNS, LETTERS)):
        return re.sub(r"@\d+", "", path)
    return "portal"


@cache
def _in_japanese(path: str, content: str) -> tuple[Source, ...]:
    if path.startswith(SERVICES) and path.endswith(".yaml"):
        return tuple(_of_service(content))
    if path.startswith(TOWNS) and path.endswith(".yaml"):
        return tuple(_of_town(content))
    if path.startswith(LETTERS):
        return (*_of_letter(content), *_marked("jinja2", path, content))
    if path.startswith("templates/") and path.endswith(".html"):
        return tuple(_marked("jinja2", path, content))
    if path.startswith("portal/") and path.endswith(".py"):
        return tuple(_marked("python", path, content))
    return ()


def _of_service(content: str) -> Iterator[Source]:
    root = yaml.compose(content, yaml.CSafeLoader)
    data = yaml.load(content, yaml.CSafeLoader)
    for place, text in texts_of(data):
        legal = place[0] == "consent" and place[-1] in LEGAL
        page = data["questions"][place[1]]["id"] if place[0] == "questions" else _sheet(str(place[0]))
        yield Source(_line(root, place), text, Level.OFFICIAL if legal else Level.PLAIN, page)


def _sheet(key: str) -> str:
    return key if key in {"consent", "next"} else "start"


def _of_town(content: str) -> Iterator[Source]:
    root = yaml.compose(content, yaml.CSafeLoader)
    for place, text in texts_of(yaml.load(content, yaml.CSafeLoader)):
        yield Source(_line(root, place), text, None if place[-1] in NAMES else Level.PLAIN, "help")


def _of_letter(content: str) -> Iterator[Source]:
    """What is not marked for translation goes to staff; columns end at a wide space or a bracket of jinja."""
    for n, line in enumerate(JINJA.sub(lambda tag: "\n" * tag[0].count("\n"), content).splitlines(), 1):
        for piece in re.split(r"　+|：", re.sub(r"\{\{\s*(\w+).*?\}\}", r"{\1}", line)):
            yield Source(n, re.sub(r"^[\d■-]+\.?\s*", "", piece), Level.OFFICIAL, "letter")


def _marked(method: str, path: str, content: str) -> Iterator[Source]:
    """Texts in _("…"), ngettext("…"), say("…") and meant(…, "…")."""
    found = extract(method, BytesIO(content.encode()), MARKS)
    for line, message, _comments, _context in found:
        yield Source(line, message if isinstance(message, str) else message[0], _said(path), path)


def _line(root: Any, place: tuple[str | int, ...]) -> int:
    node = root
    for step in place:
        node = node.value[step] if isinstance(step, int) else next(v for k, v in node.value if k.value == step)
    return int(node.start_mark.line) + 1


Told = tuple[str, int, str]
"""Path and line of an entry in a catalogue, and its translation."""


def _simple(sources: Mapping[str, str]) -> Iterator[tuple[str, Told]]:
    for path in sorted(p for p in sources if p.startswith(SIMPLE) and p.endswith(".po")):
        for message in _messages(sources[path]):
            if message.id and message.string:
                said, told = _first(message.id), _first(message.string)
                yield said, (path, message.lineno or 1, told)


@cache
def _messages(content: str) -> tuple[Message, ...]:
    return tuple(read_po(BytesIO(content.encode())))


def _first(words: str | Iterable[str]) -> str:
    return words if isinstance(words, str) else next(iter(words))


def _of_code(sources: Mapping[str, str], simple: Mapping[str, Told]) -> Iterator[Text]:
    """Where code is not among the sources, its texts are taken from the catalogue that names it."""
    for path in sorted(
        p for p in sources if (p.startswith(SIMPLE) and p.endswith("/portal.po")) or p.endswith("/desk.po")
    ):
        for message in _messages(sources[path]):
            places = {place for place, _ in message.locations}
            if message.id and places and not places & sources.keys():
                said = _first(message.id)
                page = str(PurePosixPath(min(places)))
                yield Text(path, message.lineno or 1, said, _said(page), "portal", page)
                if said in simple:
                    yield Text(*simple[said], _easy(page), "portal in easy Japanese", page)
