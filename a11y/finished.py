"""Papers as they leave the press: every word is there and no other, each sign with a letter of our own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from unittest.mock import patch

import pypdfium2 as pdfium
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from a11y.pages import TOWN
from a11y.sent import APART, Sent, words
from portal.cases.letters import paper as case
from portal.cases.principal import posted
from portal.cases.principal.posted import Place
from portal.cases.talk.waiting import known
from portal.resident.after import paper
from portal.typesetting.camera_code import picture
from portal.typesetting.document import NO_SIGN, compiled

CUT = re.compile("[-\u00ad\ufffe\x02\\s]")
"""What stands where a line ends within a word, and spaces."""
COUNTED = re.compile(r"\d+\.|[•‣–]|\d+/\d+")
"""What the press itself puts before the lines of a list and below a page."""
SELDOM = frozenset({"alt", "checks", "files", "agreed"})
"""What is only heard, and headings of parts that may be empty."""
OURS = ("BIZUDGothic", "NotoSans")
SHOWN = {b"Tj": lambda given: given, b"TJ": lambda given: given[0]}
"""How text is put on a page: what there is of it in what each operator is given."""


class Paper(NamedTuple):
    """A template of templates/paper, with what is set from it."""

    name: str
    template: str
    data: Mapping[str, Any]


def receipt(sent: Sent, what: str) -> Paper:
    """The resident's receipt, with the answers (`all`) or without (`open`)."""
    kept = list[Any]()
    about = sent.about.case
    with patch.object(paper, "pdf", lambda *given: kept.extend(given) or b""):
        answer = sent.phone.get(f"/{about.language}/{TOWN}/{about.service}/paper/{about.number}/{what}")
    assert answer.status_code == 200
    return Paper(f"receipt, {what}", *kept)


def papers(sent: Sent) -> Iterator[Paper]:
    """All that is printed of an application."""
    yield from (receipt(sent, what) for what in ("all", "open"))
    about, house, kept = sent.about, sent.house, list[Any]()
    with house.database.reading() as db:
        told = case.of(about.case, about.town, known(db, house.keys, about.case))
    yield Paper("case", told.template, told.data)
    where = Place("https://portal.example/posted", picture("https://portal.example/posted").decode())
    with house.database.writing() as db, patch.object(posted, "pdf", lambda *given: kept.extend(given) or b""):
        posted.letter(db, house.keys, (about.town, about.case), ["〒100-0001", "千代田"], (where, house.clock()))
    yield Paper("letter", *kept)


def amiss(one: Paper) -> Iterator[str]:
    """What is wrong with a paper as it is printed."""
    made = compiled(one.template, one.data)
    with pdfium.PdfDocument(made) as file:
        text = "".join(page.get_textpage().get_text_bounded() for page in file)
    yield from _otherwise(one, CUT.sub("", text))
    if NO_SIGN in text:
        yield f"a sign without a letter in: {text[max(0, text.index(NO_SIGN) - 20) :][:40]}"
    pages = PdfReader(io.BytesIO(made)).pages
    fonts = {font.get_object()["/BaseFont"].partition("+")[2] for page in pages for font in _fonts(page)}
    yield from (f"letters that are not ours: {font}" for font in sorted(fonts) if not font.startswith(OURS))
    if boxes := sum(map(_boxes, pages)):
        yield f"{boxes} empty boxes"


def _otherwise(one: Paper, text: str) -> Iterator[str]:
    """Words that are lost, and words that nobody wrote."""
    wanted = set(_lines(words(one.data, apart=APART | SELDOM)))
    left = text
    for line in sorted({*wanted, *_lines(words(one.data))}, key=len, reverse=True):
        if line in wanted and line not in text:
            yield f"lost: {line}"
        left = left.replace(line, "\0")
    yield from (f"nobody wrote: {more}" for more in COUNTED.sub("\0", left).split("\0") if more)


def _lines(told: Iterator[str]) -> Iterator[str]:
    return (bare for text in told for line in text.split("\n") if (bare := CUT.sub("", line)))


def _fonts(page: PageObject) -> Iterator[Any]:
    yield from page["/Resources"].get("/Font", {}).values()  # type: ignore[attr-defined]


def _boxes(page: PageObject) -> int:
    """How many signs have glyph 0, which is an empty box in every font; typst's codes are glyphs, of two bytes each."""
    given = ContentStream(page.get_contents(), page.pdf).operations
    told = (piece for what, how in given if how in SHOWN for piece in SHOWN[how](what))
    codes = [piece.original_bytes for piece in told if hasattr(piece, "original_bytes")]
    return sum(code[at : at + 2] == b"\0\0" for code in codes for at in range(0, len(code), 2))
