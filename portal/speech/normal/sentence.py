"""A sentence made ready for a voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from portal.language import marks
from portal.language.counting import JAPANESE
from portal.speech.normal import contexts, days, digits, letters, ranges, signs
from portal.speech.normal.names import marked as readings_of
from portal.speech.normal.names import named
from portal.speech.normal.piece import Finder, woven
from portal.speech.said import Said

_NOBODY: Mapping[str, str] = {}


def said(seen: str, language: str, names: Mapping[str, str] = _NOBODY, marked: str = "") -> Said:
    """What a voice of `language` is given for a sentence; any text is taken, nothing is raised.

    `names` are people in this sentence, as written, with their kana; `marked` is the same sentence with its author's
    marks (｜方《かた》).
    """
    given = [readings_of(marks.pieces(marked))] if marked and marks.plain(marked) == seen else []
    if language in JAPANESE:
        return woven(seen, [*given, named(names), *_JAPANESE])
    return woven(seen, [named(names, latin=True), *_elsewhere(language)])


_JAPANESE: tuple[Finder, ...] = (
    letters.addresses,
    contexts.contexts,
    digits.postcodes,
    digits.telephones,
    digits.long_numbers,
    digits.paired,
    days.days,
    ranges.open_ended,
    days.times,
    days.weekdays,
    ranges.ranges,
    digits.houses,
    days.short_days,
    ranges.shares,
    letters.alone,
    signs.ornaments,
    signs.signs,
    signs.pauses,
)


def _elsewhere(language: str) -> Iterator[Finder]:
    """For voices of other languages, besides names: only digits that must be heard one by one."""
    for finder in (digits.postcodes, digits.telephones, digits.long_numbers):
        yield partial(finder, language=language)
