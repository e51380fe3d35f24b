"""Every published sentence: of all services, towns, languages, and of the pages where nothing is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from portal.catalogue.offered import Catalogue
from portal.catalogue.words import texts, translated
from portal.language.words import LANGUAGES, words_for
from portal.municipalities import Municipality
from portal.speech.public import _SEAL, PublicText
from portal.speech.sentences import sentences


class Published:
    """The index. Made of a catalogue and its towns; worked out at the first look-up."""

    def __init__(self, catalogue: Catalogue, towns: Iterable[Municipality]) -> None:
        self._catalogue, self._towns = catalogue, tuple(towns)

    def find(self, language: str, seen: str) -> PublicText | None:
        """The published sentence that looks like this, or None where it is not published."""
        return self._by_words.get((language, seen))

    def __iter__(self) -> Iterator[PublicText]:
        return iter(self._by_words.values())

    def __len__(self) -> int:
        return len(self._by_words)

    @cached_property
    def _by_words(self) -> dict[tuple[str, str], PublicText]:
        found: dict[tuple[str, str], PublicText] = {}
        for language in (one.code for one in LANGUAGES):
            for text in self._texts(language):
                for seen in sentences(text):
                    if "{" not in seen and "<" not in seen:
                        found.setdefault((language, seen), PublicText(language, seen, "", _SEAL))
        return found

    def _texts(self, language: str) -> Iterator[str]:
        """Every text in a language, services first."""
        words = words_for(language)
        for version in self._catalogue.versions:
            told = translated(version.data, words, version.data.get("figures", {}))
            yield from (text for _, text in texts(told))
        for town in self._towns:
            yield from (words(text) for _, text in texts(town.model_dump()))
        yield from words.all()
