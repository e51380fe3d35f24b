"""The lexicon: words of town halls that a voice would misread, from lexicon.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from portal.language.counting import ONE_BY_ONE
from portal.speech.reading.entry import ALONE, Entry

WORDS = Path(__file__).parent / "data" / "lexicon.yaml"

COSTS = {2: 1000, 3: -3000}
"""By length: 方書 is a word, but not in 地方書店."""
LONG = -4000

_WIDE = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F)}
"""The engine sees every letter in full width."""


@cache
def entries(path: Path = WORDS) -> tuple[Entry, ...]:
    """Every word with its reading, トドケデニン, or キョウ 1 with its accent; then the digits by twos."""
    words = (
        _entry(word, reading)
        for words in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader).values()
        for word, reading in words.items()
    )
    return (
        *words,
        *(Entry(one + other, f"{one}・{other}", 3, LONG, ALONE) for one in ONE_BY_ONE for other in ONE_BY_ONE),
    )


def _entry(word: str, told: str) -> Entry:
    reading, _, accent = told.partition(" ")
    return Entry(word.translate(_WIDE), reading, int(accent or 0), COSTS.get(len(word), LONG))
