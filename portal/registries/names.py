"""Readings of family names and given names written in kanji."""

from __future__ import annotations

from typing import Literal

from portal.registries.lookup import Lookup

Part = Literal["family", "given"]


class Names:
    """What most people of a name read it like; a suggestion, for nobody can know."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def reading(self, part: Part, *spellings: str) -> str:
        """The reading in katakana of the first spelling that is known, or "" where none is."""
        return next(iter(self.readings(part, *spellings)), "")

    def readings(self, part: Part, *spellings: str) -> list[str]:
        """All that are known of the first spelling that is; first what most people of the name read."""
        for written in dict.fromkeys(spellings):
            for (kana,) in self._lookup("SELECT kana FROM name WHERE part = ? AND written = ?", part, written):
                return str(kana).split()
        return []
