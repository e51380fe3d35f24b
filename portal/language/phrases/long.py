"""Long phrases: where one that fits no line of the largest letters may be parted, so that no letter is left alone."""

from __future__ import annotations

import re
from itertools import pairwise

from portal.language.phrases.ends import ends, fits, within_words

LARGEST = 300
"""Per cent of the reader's own size: the largest letters there are."""
LINE = 6
"""Letters that a telephone 360 px wide shows in a line at 300 %: 327 px of 54 px each."""
_ENDING = re.compile("でした|ました|ません|ましょう|でしょう|ですか|です|ますか|ます|ください")
"""What makes a word polite: it is read as one, and the word before it as another."""
_SENTENCE = re.compile(f"(?:{_ENDING.pattern})。?$")
_SPACE = re.compile(r"\s+")
_AROUND = " \n\u3000、。！？「」『』（）"
_DIGIT = re.compile(r"\d")
"""A date ends its lines between its parts."""
_BACK = 4
"""Letters of which one must be fit to begin a line; ショッピングキャッシュ ends in three that are not."""


def sentence(text: str) -> bool:
    """Whether it ends as a polite sentence does, and so is nobody's name."""
    return bool(_SENTENCE.search(text.strip()))


def cuts(text: str) -> list[int]:
    """The places within phrases that are longer than a line, in order.

    They are before a polite ending, which may so begin a line (受けつけ|ました, 見つかり|ません|でした). In another
    phrase, where nothing short comes after it, one is before the last two letters: a line takes all the letters it can,
    and what is left for the next is then never one alone.
    """
    found: list[int] = []
    phrases = [_bare(text, start, end) for start, end in pairwise(_edges(text))]
    for (start, end), (_, then) in pairwise([*phrases, (len(text), len(text) + LINE)]):
        polite = [one.start() for one in _ENDING.finditer(text, start, end) if one.start() - start > 1]
        if polite:
            found += polite if end - start >= LINE else []
        elif end - start > LINE and then - end >= LINE and not _DIGIT.search(text, start, end):
            found += _before_the_last(text, end)
    return found


def _edges(text: str) -> list[int]:
    return sorted({0, *ends(text), *(space.start() for space in _SPACE.finditer(text)), len(text)})


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A phrase without spaces and signs around it."""
    told = text[start:end]
    return start + len(told) - len(told.lstrip(_AROUND)), start + len(told.rstrip(_AROUND))


def _before_the_last(text: str, end: int) -> list[int]:
    places = range(end - 2, end - 2 - _BACK, -1)
    return [place for place in places if fits(text, place) and place not in within_words(text)][:1]
