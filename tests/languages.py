"""Languages that tests go through: cheap tests take all of them, dear ones the first three and another in turn."""

from __future__ import annotations

import re

from portal.language.words import CODES

FIRST = ("ja", "ja-simple", "en")
OTHERS = tuple(code for code in CODES if code not in FIRST)


def in_turn(n: int) -> tuple[str, ...]:
    """The first languages, and of the others the one whose turn it is in the n-th test of its kind."""
    return (*FIRST, OTHERS[n % len(OTHERS)])


def unmarked(html: str) -> str:
    """A page without the marks around its Japanese words, and without kana above kanji."""
    return re.sub("<rt[^>]*>[^<]*</rt>|</?(?:bdi|ruby|one-line|with-kana)[^>]*>", "", html)
