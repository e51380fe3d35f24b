"""Marks: where a word has two readings, an author writes ｜方《かた》; people see 方, a voice says かた.

｜ begins the word, 《》 hold its reading, as in print for proof-readers of ruby. A mark that is not whole (no ｜, no
reading, or a reading that is not kana) is ordinary text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile("｜([^｜《》\n]+)《([ぁ-ゖァ-ヺー・ 　]+)》")


class Marked(NamedTuple):
    """A word with its reading; where it stands in the plain text."""

    start: int
    end: int
    reading: str


def plain(text: str) -> str:
    """The text as people see it."""
    return _MARK.sub(r"\1", text) if "《" in text else text


def pieces(text: str) -> tuple[Marked, ...]:
    """Every marked word, by its place in the plain text."""
    found: list[Marked] = []
    before = 0
    for mark in _MARK.finditer(text):
        start = mark.start() - before
        found.append(Marked(start, start + len(mark[1]), mark[2]))
        before += len(mark[0]) - len(mark[1])
    return tuple(found)
