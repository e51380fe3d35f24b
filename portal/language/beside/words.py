"""Words that carry the Japanese beside them, or kana above their kanji."""

from __future__ import annotations

from abc import ABC, abstractmethod

from portal.language.beside.furigana import with_kana
from portal.language.beside.signs import pair
from portal.language.words import KANA, SOURCE, Say, Words, words_for


def words_beside(language: str, beside: str) -> Words:
    """The words of a language with Japanese or kana beside them. Raises KeyError for anything else."""
    return {SOURCE: WithJapanese, KANA: WithFurigana}[beside](language)


class _Beside(Words, ABC):
    """Every sentence of a language together with something; what is filled into it is told in its own way."""

    def __init__(self, language: str) -> None:
        self._chosen = words_for(language)
        super().__init__(language, self._chosen._catalogues)

    def __call__(self, text: str | Say, **values: object) -> str:
        """The sentence with what is beside it; its values too."""
        if isinstance(text, Say):
            values = {**text.values, **values}
            text = text.text
        found = self._kept.get(text)
        if found is None:
            found = self._kept[text] = self._together(text)
        return found.format(**self._in_language(values)) if values else found

    @abstractmethod
    def _together(self, text: str) -> str:
        """A sentence with what is beside it, its values still open."""


class WithJapanese(_Beside):
    """Every sentence of a language together with its Japanese."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._source = words_for(SOURCE)

    def count(self, one: str, other: str, n: int, **values: object) -> str:
        """The sentence in both in the number that fits n."""
        told = self._in_language(values)
        return pair(self._chosen.count(one, other, n, **told), self._source.count(one, other, n, **told))

    def figure(self, number: int) -> str:
        """A whole number as each of the two groups its digits."""
        return pair(self._chosen.figure(number), self._source.figure(number))

    def _together(self, text: str) -> str:
        return pair(self._chosen(text), self._source(text))


class WithFurigana(_Beside):
    """Every sentence in Japanese with kana above its kanji; what is filled into it stays as it was written."""

    def count(self, one: str, other: str, n: int, **values: object) -> str:
        """The sentence in the number that fits n, with kana."""
        told = {name: f"{{{name}}}" for name in values}
        return with_kana(self._chosen.count(one, other, n, **told)).format(**self._in_language(values))

    def _together(self, text: str) -> str:
        return with_kana(self._chosen(text))
