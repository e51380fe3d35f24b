"""Furigana: the kana above kanji, from a table of every run of kanji in what the portal publishes.

A line of locales/furigana.kana is `住民・票 じゅうみん・ひょう`, in pieces that may stand on two lines. Where a run is
read in several ways, `[開]けた あ` tells how between these neighbours, and the line without neighbours how elsewhere. A
number with its counter stays bare. Tests hold the table against the approved readings of all sentences.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from portal.language.beside.signs import ruby
from portal.language.words import LOCALES

TABLE = LOCALES / "furigana.kana"
KANJI = "々〆〇㐀-䶿一-鿿\uf900-\ufaff"
RUN = re.compile(f"[{KANJI}]+")
COUNTED = re.compile("[月日年分人円回通枚件歳時問番号階度目元]")
"""What a number or a place for one is followed by, and what stands alone beside a box for one: it changes its sound."""
BETWEEN = "・"
_LINE = re.compile(r"(?:(?P<before>[^\[]*)\[(?P<run>.+)\](?P<after>\S*)|(?P<alone>\S+)) (?P<kana>[ぁ-ゖー・]+)")


Pieces = tuple[tuple[str, str], ...]
"""Kanji with their kana, one after another."""


class Reading(NamedTuple):
    """How a run of kanji is read between these neighbours, "" for any."""

    before: str
    after: str
    pieces: Pieces


def with_kana(text: str) -> str:
    """The text with signs that carry the kana above each run of kanji."""
    return RUN.sub(lambda run: _ruby(run[0], above(text, run.start(), run.end())), text)


def _ruby(run: str, pieces: Pieces) -> str:
    return "".join(ruby(kanji, kana) for kanji, kana in pieces) or run


def above(text: str, start: int, end: int) -> Pieces:
    """The pieces of the run of kanji at this place of a text, each with its kana; none where none is known."""
    counted = COUNTED.match(text, start)
    if counted and (counted[0] == text or (start and (text[start - 1].isdigit() or text[start - 1] == "}"))):
        return ()
    for one in _table().get(text[start:end], ()):
        if text.endswith(one.before, 0, start) and text.startswith(one.after, end):
            return one.pieces
    return ()


@cache
def _table() -> Mapping[str, list[Reading]]:
    """The readings of each run, those with most neighbours first."""
    table: dict[str, list[Reading]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if found := _LINE.fullmatch(line):
            kanji, kana = (text.split(BETWEEN) for text in (found["run"] or found["alone"], found["kana"]))
            reading = Reading(found["before"] or "", found["after"] or "", tuple(zip(kanji, kana, strict=True)))
            table.setdefault("".join(kanji), []).append(reading)
    for readings in table.values():
        readings.sort(key=lambda one: -len(one.before + one.after))
    return table
