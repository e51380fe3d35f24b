"""Comfort: text size, contrast, language and read-aloud, remembered in one cookie that says nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from portal.language.words import CODES, LANGUAGES

TEXT = (100, 125, 150, 200, 300)
"""Text sizes in percent of the reader's own browser size."""
CONTRAST = ("standard", "high", "dark")
ALOUD = {"off": "", "on": "on", "together": "together"}
"""Read-aloud by its wish; `together` is for somebody who reads the pages to another person and types for them."""
COOKIE = "yorisoi_comfort"
_TAGS = {tag: one.code for one in LANGUAGES for tag in (one.code.lower(), *one.also)}


@dataclass(frozen=True)
class Preferences:
    """What makes the page comfortable for this reader; language is None until chosen, aloud one of ALOUD's values."""

    text: int = 100
    contrast: str = "standard"
    language: str | None = None
    aloud: str = ""

    @property
    def together(self) -> bool:
        """Whether one person reads the pages to another."""
        return self.aloud == "together"

    @property
    def cookie(self) -> str:
        """The preferences as a cookie's value."""
        return f"{self.text}.{self.contrast}.{self.language or ''}.{self.aloud}"

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
        return self


DEFAULT = Preferences()
WISHES = ("text:", "contrast:", "language:", "aloud:")


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
