"""Names: where a person's name stands in a sentence, its reading is said, never a guess from the kanji.

Voices that read no kana are given it in Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from portal.language.kana import katakana, romaji
from portal.language.marks import Marked
from portal.speech.normal.piece import Finder, Piece

_KANJI = "\u2e80-\u2fdf々〆\u3400-\u9fff\uf900-\ufaff"
_MAY_FOLLOW = "様殿氏君方分本夫妻宛"
"""Kanji that stand after a whole name: 山田花子様, 山田花子本人."""


def named(names: Mapping[str, str], *, latin: bool = False) -> Finder:
    """A finder of these names, the longest first; a name inside a longer word is another word."""
    readings = {
        "".join(written.split()): " ".join(romaji(kana).split()) if latin else katakana(kana)
        for written, kana in names.items()
        if written.strip() and kana.strip()
    }
    if not readings:
        return lambda seen: ()
    longest_first = sorted(readings, key=len, reverse=True)
    pattern = re.compile("|".join(map(_whole, longest_first)))
    return partial(_find, pattern, readings)


def _whole(written: str) -> str:
    letters = "[\\s\u3000・]*".join(map(re.escape, written))
    before = f"(?<![{_KANJI}])" if re.match(f"[{_KANJI}]", written) else "(?<!\\w)" if written[0].isascii() else ""
    after = f"(?=[{_MAY_FOLLOW}])|(?![{_KANJI}])" if re.match(f"[{_KANJI}]", written[-1]) else ""
    after = f"(?:{after})" if after else "(?!\\w)" if written[-1].isascii() else ""
    return before + letters + after


def _find(pattern: re.Pattern[str], readings: Mapping[str, str], seen: str) -> Iterator[Piece]:
    for found in pattern.finditer(seen):
        kana = readings.get("".join(found[0].replace("・", "").split())) or readings.get("".join(found[0].split()), "")
        if kana:
            yield Piece(found.start(), found.end(), kana)


def marked(pieces: tuple[Marked, ...]) -> Finder:
    """A finder of the readings an author has marked."""
    return lambda seen: (Piece(one.start, one.end, one.reading) for one in pieces)
