"""Words for people. Japanese is the source text; gettext catalogues carry every other language.

A text may carry its author's marks of reading (see `marks`): they are for the ear, and what people see is without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

from portal.language.marks import plain

LOCALES = Path(__file__).parents[2] / "locales"


@dataclass(frozen=True)
class Language:
    """A language of the portal: its code in addresses, which html takes too; its own name, and what clerks call it.

    `also` has other tags of browsers that mean it, in small letters. `reviewed` tells that people have read every
    message of it; where they have not, each page says so.
    """

    code: str
    own_name: str
    in_japanese: str
    also: tuple[str, ...] = ()
    reviewed: bool = False

    @property
    def html_lang(self) -> str:
        """The language as html names it."""
        return self.code


LANGUAGES = (
    Language("ja", "日本語", "", reviewed=True),
    Language("ja-simple", "やさしい日本語", "やさしい日本語", reviewed=True),
    Language("en", "English", "英語"),
    Language("zh-Hans", "简体中文", "中国語（簡体字）", ("zh",)),
    Language("zh-Hant", "繁體中文", "中国語（繁体字）", ("zh-tw", "zh-hk", "zh-mo")),
    Language("ko", "한국어", "韓国語"),
    Language("vi", "Tiếng Việt", "ベトナム語"),
    Language("pt-BR", "Português", "ポルトガル語", ("pt",)),
    Language("es", "Español", "スペイン語"),
    Language("tl", "Tagalog", "タガログ語", ("fil",)),
    Language("ne", "नेपाली", "ネパール語"),
    Language("id", "Bahasa Indonesia", "インドネシア語", ("in",)),
)
_OF = "\x04"
"""Stands in compiled catalogues between what a word is of (msgctxt) and the word."""
SOURCE = "ja"
EASY = "ja-simple"
BESIDE = "+"
"""Stands in the code of words between the language and what is beside it."""
KANA = "kana"
"""Stands there for kana above kanji."""
AT_THE_DESK = ("ja", "en")
"""Languages of the pages for staff; their words are kept apart, and nobody has them read aloud."""
_BY_POINTS = frozenset({"vi", "pt-BR", "es", "id"})
_BY_TWO = "ne"
"""How digits are grouped, as CLDR has it, whose own tables take a megabyte for each language."""
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


def meant(of: str, text: str, **values: object) -> Say:
    """A word that means different things in different places: `of` tells translators which, and nobody else sees it."""
    return Say(f"{of}{_OF}{text}", values)


class InLanguages(str):
    """Japanese words whose author wrote what they are in other languages beside them, by language.

    Where a language is not among them, it is told as any sentence is.
    """

    __slots__ = ("beside",)
    beside: Mapping[str, str]

    def __new__(cls, text: str, beside: Mapping[str, str]) -> InLanguages:
        """The words with what stands beside them."""
        made = super().__new__(cls, text)
        made.beside = beside
        return made


class Words:
    """Every sentence in one language; a sentence without translation stays Japanese."""

    def __init__(self, language: str, catalogues: NullTranslations) -> None:
        self.language = language
        self._catalogues = catalogues
        self._kept: dict[str, str] = {}

    def __call__(self, text: str | Say, **values: object) -> str:
        """The sentence in this language, its {names} filled in; values that are Say are translated too."""
        if text.__class__ is not str:  # one look for both: nearly every sentence is plain
            if isinstance(text, Say):
                values = {**text.values, **values}
                text = text.text
            if isinstance(text, InLanguages) and self.language in text.beside:
                beside = plain(text.beside[self.language])
                return beside.format(**self._in_language(values)) if values else beside
        found = self._kept.get(text)
        if found is None:
            found = self._kept[text] = plain(self.marked(text))
        return found.format(**self._in_language(values)) if values else found

    def marked(self, text: str) -> str:
        """The sentence in this language with its marks of reading, its {names} left open."""
        if isinstance(text, InLanguages) and self.language in text.beside:
            return text.beside[self.language]
        return self._catalogues.gettext(text).rpartition(_OF)[2] if text else ""

    def count(self, one: str, other: str, n: int, **values: object) -> str:
        """The sentence in the number that fits n; {n} is filled in."""
        return plain(self._catalogues.ngettext(one, other, n)).format(n=n, **self._in_language(values))

    def listed(self, texts: Iterable[str]) -> str:
        """Texts one after the other, with the sign between them that this language has; empty ones are left out."""
        between = self(say("{one}、{other}"), one="", other="")
        return between.join(filter(None, texts))

    def in_brackets(self, text: str, beside: str) -> str:
        """A text with another beside it: みずほ銀行（0001）."""
        return self(say("{name}（{beside}）"), name=text, beside=beside) if beside else text

    def figure(self, number: int) -> str:
        """A whole number as this language groups its digits: 100,000 or 100.000 or 1,00,000."""
        if self.language == _BY_TWO:
            head, last = divmod(number, 1000)
            pairs = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", str(head))
            return f"{pairs},{last:03}" if head else str(last)
        return f"{number:,}".replace(",", "." if self.language in _BY_POINTS else ",")

    def all(self) -> Iterator[str]:
        """Every sentence of the pages as this language tells it, with its marks and its {names} left open."""
        for text in _catalogue(OTHERS[0], "portal")._catalog:
            if text and isinstance(text, str):  # the others are counted, and need a number
                yield self.marked(text)

    def _in_language(self, values: Mapping[str, object]) -> dict[str, object]:
        return {name: self(value) if isinstance(value, Say) else value for name, value in values.items()}


@cache
def words_for(language: str) -> Words:
    """The words of a language, read once; of `vi+ja` with the Japanese beside them, of `ja+kana` with
    kana above their kanji (see `beside`).

    Raises KeyError for a language the portal does not speak.
    """
    tongue, _, beside = language.partition(BESIDE)
    code = CODES[tongue].code
    if beside:
        from portal.language.beside.words import words_beside

        return words_beside(code, beside)
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
