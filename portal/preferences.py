"""Comfort: text size, contrast, language and read-aloud, remembered in one cookie that says nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from portal.language.counting import JAPANESE
from portal.language.phrases.long import LARGEST
from portal.language.words import BESIDE, CODES, EASY, KANA, LANGUAGES, SOURCE, say, words_for

TEXT = (100, 125, 150, 200, LARGEST)
"""Text sizes in percent of the reader's own browser size."""
CONTRAST = ("standard", "high", "dark")
ALOUD = {"off": "", "on": "on", "together": "together"}
"""Read-aloud by its wish; `together` is for somebody who reads the pages to another person and types for them."""
SWITCH = {"off": False, "on": True}
"""For `both`, Japanese beside another language, so that two people read one page, and `kana` above Japanese kanji:
在留支援のためのやさしい日本語ガイドライン (出入国在留管理庁・文化庁, 2020) has them in easy Japanese."""
PROPOSAL = say("このページは、{language}でも読めます。")
COOKIE = "yorisoi_comfort"
_TAGS = {tag: one.code for one in LANGUAGES for tag in (one.code.lower(), *one.also)}


@dataclass(frozen=True)
class Preferences:
    """What makes the page comfortable for this reader; language is None until chosen, aloud one of ALOUD's values.

    Until its reader has chosen, kana stand above the kanji of easy Japanese and of no other.
    """

    text: int = 100
    contrast: str = "standard"
    language: str | None = None
    aloud: str = ""
    both: bool = False
    kana: bool | None = None

    @property
    def together(self) -> bool:
        """Whether one person reads the pages to another."""
        return self.aloud == "together"

    @property
    def largest(self) -> bool:
        """Whether letters are so large that a line of a telephone holds six."""
        return self.text == LARGEST

    @property
    def cookie(self) -> str:
        """The preferences as a cookie's value."""
        said = f"{self.text}.{self.contrast}.{self.language or ''}.{self.aloud}"
        beside = f".{'on' if self.both else ''}.{'' if self.kana is None else 'on' if self.kana else 'off'}"
        return said + beside.rstrip(".")

    def reads(self, language: str) -> str:
        """The code of the words a page in a language is told in."""
        beside = self.beside(language)
        return f"{language}{BESIDE}{beside}" if beside else language

    def beside(self, language: str) -> str:
        """What stands beside the words of a page in a language: Japanese, kana, or "" for nothing."""
        if language in JAPANESE:
            kana = language == EASY if self.kana is None else self.kana
            return KANA if kana else ""
        return SOURCE if self.both else ""

    def also_in(self, language: str) -> str:
        """The other language the words of a page stand in as well; "" for none."""
        return "" if language in JAPANESE else self.beside(language)

    def changed(self, wish: str) -> Preferences:
        """The preferences after a button like `text:150` or `language:en`; nonsense changes nothing."""
        what, _, value = wish.partition(":")
        if what == "text" and value in map(str, TEXT):
            return replace(self, text=int(value))
        if what == "contrast" and value in CONTRAST:
            return replace(self, contrast=value)
        if what == "language" and value in CODES:
            return replace(self, language=value)
        if what == "aloud" and value in ALOUD:
            return replace(self, aloud=ALOUD[value])
        if what == "both" and value in SWITCH:
            return replace(self, both=SWITCH[value])
        if what == "kana" and value in SWITCH:
            return replace(self, kana=SWITCH[value])
        return self


DEFAULT = Preferences()
WISHES = ("text:", "contrast:", "language:", "aloud:", "both:", "kana:")


def from_cookie(value: str | None) -> Preferences:
    """The preferences of a cookie; whatever cannot be read is the default."""
    if not value:
        return DEFAULT
    found = DEFAULT
    for what, chosen in zip(WISHES, value.split("."), strict=False):
        found = found.changed(what + chosen)
    return found


def is_wish(do: str) -> bool:
    """Whether a button's value is about comfort and not about the answer."""
    return do.startswith(WISHES)


class Proposal(NamedTuple):
    """A language to propose: its code, how html names it, and the sentence in it."""

    code: str
    html_lang: str
    text: str


def proposed(header: str, preferences: Preferences, language: str) -> Proposal | None:
    """What to propose on a page in a language, by Accept-Language; None once its reader has chosen one.

    Japanese is never proposed: whoever reads it finds it among the languages.
    """
    if preferences.language or not header:
        return None
    found = CODES[accepted(header)]
    if found.code in {*JAPANESE, language}:
        return None
    return Proposal(found.code, found.html_lang, words_for(found.code)(PROPOSAL, language=found.own_name))


@lru_cache(256)
def accepted(header: str) -> str:
    """The language that fits a browser's Accept-Language best; Japanese when none does."""
    ranked = []
    for n, item in enumerate(header.split(",")[:20]):
        tag, _, weight = item.strip().partition(";q=")
        try:
            quality = float(weight or 1)
        except ValueError:
            quality = 0.0
        ranked.append((-quality, n, tag.strip().lower()))
    for _, _, tag in sorted(ranked):
        while tag and tag not in _TAGS:
            tag = tag.rpartition("-")[0]
        if tag:
            return _TAGS[tag]
    return "ja"
