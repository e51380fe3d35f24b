"""Words for people. Japanese is the source text; gettext catalogues carry every other language.

A text may carry its author's marks of reading (see `marks`): they are for the ear, and what people see is without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

from portal.language.marks import plain

LOCALES = Path(__file__).parents[2] / "locales"


@dataclass(frozen=True)
class Language:
    """A language of the portal: its code in addresses, its own name, its html lang."""

    code: str
    own_name: str
    html_lang: str


LANGUAGES = (
    Language("ja", "日本語", "ja"),
    Language("ja-simple", "やさしい日本語", "ja-simple"),
    Language("en", "English", "en"),
)
SOURCE = "ja"
AT_THE_DESK = ("ja", "en")
"""Languages of the pages for staff; their words are kept apart, and nobody has them read aloud."""
OTHERS = tuple(language.code for language in LANGUAGES if language.code != SOURCE)
CODES = {language.code: language for language in LANGUAGES}


@dataclass(frozen=True)
class Say:
    """Words not yet in a language: the Japanese source and the values for its {names}."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)


def say(text: str, **values: object) -> Say:
    """Mark a sentence for translation where the reader's language is not known yet."""
    return Say(text, values)


class Words:
    """Every sentence in one language; a sentence without translation stays Japanese."""

    def __init__(self, language: str, catalogues: NullTranslations) -> None:
        self.language = language
        self._catalogues = catalogues
        self._kept: dict[str, str] = {}

    def __call__(self, text: str | Say, **values: object) -> str:
        """The sentence in this language, its {names} filled in; values that are Say are translated too."""
        if isinstance(text, Say):
            values = {**text.values, **values}
            text = text.text
        found = self._kept.get(text)
        if found is None:
            found = self._kept[text] = plain(self.marked(text))
        return found.format(**self._in_language(values)) if values else found

    def marked(self, text: str) -> str:
        """The sentence in this language with its marks of reading, its {names} left open."""
        return self._catalogues.gettext(text) if text else ""

    def count(self, one: str, other: str, n: int, **values: object) -> str:
        """The sentence in the number that fits n; {n} is filled in."""
        return plain(self._catalogues.ngettext(one, other, n)).format(n=n, **self._in_language(values))

    def all(self) -> Iterator[str]:
        """Every sentence of the pages as this language tells it, with its marks and its {names} left open."""
        for text in _catalogue(OTHERS[0], "portal")._catalog:
            if text and isinstance(text, str):  # the others are counted, and need a number
                yield self.marked(text)

    def _in_language(self, values: Mapping[str, object]) -> dict[str, object]:
        return {name: self(value) if isinstance(value, Say) else value for name, value in values.items()}


@cache
def words_for(language: str) -> Words:
    """The words of a language, read once. Raises KeyError for a language the portal does not speak."""
    code = CODES[language].code
    if code == SOURCE:
        return Words(code, NullTranslations())
    portal = _catalogue(code, "portal")
    for domain in ("services", "desk") if code in AT_THE_DESK else ("services",):
        portal.merge(_catalogue(code, domain))
    return Words(code, portal)


def _catalogue(code: str, domain: str) -> Translations:
    path = LOCALES / code / "LC_MESSAGES" / f"{domain}.mo"
    with path.open("rb") as compiled:
        return Translations(compiled, domain)
