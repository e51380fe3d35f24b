"""Words in the wrong language: what nobody has translated for a reader, what staff would read in no Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

from portal.language.counting import CHINESE, JAPANESE
from portal.language.marks import plain
from portal.language.translating.faults import EASY, VALUES
from portal.language.translating.messages import every
from portal.language.words import OTHERS, words_for

SENTENCE = re.compile("[ぁ-ん]{3,}")
"""No name of a place or an office has so much hiragana in a row."""
OWN = re.compile("やさしい日本語|ことば|みどり町|かすみがはま|ゆうちょ")
"""What stands in Japanese on every page, and names."""
KANA = re.compile("[ぁ-ゖァ-ヺ]")
KANJI_OR_KANA = re.compile("[ぁ-ゖァ-ヺ㐀-䶿一-鿿]")
LATIN = re.compile(r"[A-Za-z][a-z]{2,}")
WITHOUT_LATIN = frozenset({"zh-Hans", "zh-Hant", "ko", "ne"})
"""Languages whose readers write no Latin letters; the others are told from English by its sentences."""
NAMES = re.compile(
    r"https?://\S+|\S+@\S+|[\w.-]+\.(?:json|pub|pdf|jp|com)\b|Language|My Number|(?i:yorisoi|javascript|chrome|safari)"
    r"|[A-Za-z.-]+:?/|eSpeak\sNG|HTS Voice Mei|MMDAgent Project Team|iPhone|Android|Passkey"
    r"|(?<![A-Za-z])(?:Alt|Shift)(?![A-Za-z])"
)
"""Names of things that are written in Latin letters everywhere."""
ABOVE = re.compile("<rt[^>]*>[^<]*</rt>|</?(?:ruby|one-line|with-kana)[^>]*>")
"""Kana above kanji, and what holds them together: a sentence is one text with them too."""
LETTER = "[A-Za-zÀ-ỹ]"
LEAST = 4
"""Signs of a message that is looked for in what staff read: fewer are a name or an accident."""
UNSEEN = frozenset({"script", "style", "textarea", "title", "option"})
"""Elements whose words are no sentence of the page; a title is its heading once more."""
ANSWERS = frozenset({"dd", "address"})
"""What stands in them is somebody's own, or a place's."""
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
TOLD = frozenset({"aria-label", "aria-description", "title", "alt", "placeholder"})
"""What is said of an element; `data-` keeps words for a script."""


@dataclass
class _Texts(HTMLParser):
    """`found` has each text of a page with its language."""

    language: str
    passed: frozenset[str]
    found: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open = [("", self.language, False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        _, language, passed = self._open[-1]
        language = given.get("lang", language)
        passed = passed or tag in self.passed or "data-own" in given or "beside" in given.get("class", "").split()
        if not passed:
            told = (text for name, text in given.items() if name in TOLD or _kept(name, text))
            self.found.extend((language, text) for text in told)
        if tag not in VOID:
            self._open.append((tag, language, passed))

    def handle_endtag(self, tag: str) -> None:
        if any(one == tag for one, _, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        _, language, passed = self._open[-1]
        if not passed and data.strip():
            self.found.append((language, data.strip()))


def _kept(name: str, text: str) -> bool:
    return name.startswith("data-") and bool(SENTENCE.search(text))


def texts(html: str, language: str, *, answers: bool = False) -> list[tuple[str, str]]:
    """The (language, text) pairs of a page, or of a piece of one in a language; what people answered where wanted."""
    looked = _Texts(language, UNSEEN if answers else UNSEEN | ANSWERS)
    looked.feed(ABOVE.sub("", html))
    return looked.found


def foreign(language: str, texts: Iterable[Sequence[str]]) -> Iterator[str]:
    """Of (language, text) pairs of a page those that no translation has reached."""
    for tongue, text in texts:
        bare = NAMES.sub("", OWN.sub("", text))
        if tongue == "ja" and language not in JAPANESE:
            if SENTENCE.search(bare):
                yield text
        elif tongue == language and (text in _hard() if language == EASY else _strange(language, text, bare)):
            yield text


def untold(language: str, text: str) -> Iterator[str]:
    """Of what staff read what is told in a language and not in Japanese: its messages, whole or up to a {value}."""
    told = _messages(language)
    return (piece for piece in told.findall(text)) if told else iter(())


def _strange(language: str, text: str, bare: str) -> bool:
    if language in JAPANESE:
        return False
    if (KANA if language in CHINESE else KANJI_OR_KANA).search(bare):
        return True
    if language in WITHOUT_LATIN:
        return bool(LATIN.search(bare)) and text not in _ours(language)
    return language != "en" and text in _ours("en") and text not in _ours(language)


@cache
def _ours(language: str) -> frozenset[str]:
    """The sentences of a language, of several words."""
    return frozenset(told for told in words_for(language).all() if " " in told)


@cache
def _hard() -> frozenset[str]:
    """Japanese sentences for which there are easier words."""
    easy = {plain(text) for told in every(EASY) for text in told.translation}
    return frozenset(plain(text) for told in every(EASY) for text in told.source) - easy


@cache
def _messages(language: str) -> re.Pattern[str] | None:
    """The messages of a language that are no Japanese, nor words of a name."""
    if language in JAPANESE:
        return None
    japanese = "\n".join(text for told in every(OTHERS[0]) for text in map(plain, told.source))
    pieces = {
        piece.strip()
        for told in every(language)
        for text in told.translation
        for piece in VALUES.split(plain(text))[::2]
    }
    wanted = {one for one in pieces if len(one) >= LEAST and one not in japanese and not one.isascii()} | {
        one for one in pieces if one.isascii() and " " in one and one not in japanese
    }
    either = "|".join(map(re.escape, sorted(wanted, key=len, reverse=True)))
    return re.compile(rf"(?<!{LETTER})(?:{either})")
