"""Every published sentence: of all services, towns, languages, and of the pages where nothing is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portal.catalogue.offered import Catalogue
from portal.catalogue.words import texts, translated
from portal.language.marks import pieces, plain
from portal.language.words import CODES, words_for
from portal.municipalities import Municipality
from portal.speech.published.public import _SEAL, PublicText
from portal.speech.script import glue
from portal.speech.sentences import spans

_BULLET = "・"
"""Begins a line of a text that pages show as a list."""
_OPEN = re.compile(r"[{}<>]")
"""A name to be filled in, or a page's own signs: not what anybody sees."""


class Published:
    """The index. Made of a catalogue and its towns; each language is worked out at its first look-up."""

    def __init__(self, catalogue: Catalogue, towns: Iterable[Municipality]) -> None:
        self._catalogue, self._towns = catalogue, tuple(towns)
        self._known: dict[str, dict[str, PublicText]] = {}

    def find(self, language: str, seen: str) -> PublicText | None:
        """The published sentence that looks like this, or None where it is not published."""
        return self._in(language).get(seen) if language in CODES else None

    def __iter__(self) -> Iterator[PublicText]:
        return (text for language in CODES for text in self._in(language).values())

    def __len__(self) -> int:
        return sum(len(self._in(language)) for language in CODES)

    def _in(self, language: str) -> dict[str, PublicText]:
        """The sentences of a language by what is seen; few servers are asked for all twelve."""
        if language not in self._known:
            found: dict[str, PublicText] = {}
            for marked in (marked for text in self._texts(language) for marked in cut(text)):
                seen = plain(marked)
                if not _OPEN.search(seen):
                    found.setdefault(seen, PublicText(language, seen, marked, _SEAL))
            self._known[language] = found
        return self._known[language]

    def _texts(self, language: str) -> Iterator[str]:
        """Every text in a language with its marks of reading, services first."""
        words = words_for(language)
        for version in self._catalogue.versions:
            told = translated(version.data, words.marked, version.data.get("figures", {}))
            yield from (text for _, text in texts(told))
        for town in self._towns:
            yield from map(words.marked, of_town(town))
        yield from words.all()
        yield from glue.every(words)


def of_town(town: Municipality) -> Iterator[str]:
    """What a town publishes in Japanese, its telephone numbers too."""
    yield from (text for _, text in texts(town.model_dump()))
    yield from (town.phone, *(department.phone for department in town.departments.values()))


def cut(text: str) -> Iterator[str]:
    """The sentences of a marked text, each with its own marks; cut where people see them end, without their bullets."""
    marks = pieces(text)
    seen = plain(text)
    for start, end in spans(seen):
        at, parts = start, []
        for mark in marks:
            if start <= mark.start and mark.end <= end:
                parts += [seen[at : mark.start], f"｜{seen[mark.start : mark.end]}《{mark.reading}》"]
                at = mark.end
        yield "".join([*parts, seen[at:end]]).lstrip(_BULLET)
