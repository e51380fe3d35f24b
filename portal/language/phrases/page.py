"""A page with a sign at the end of each Japanese phrase, where a line may end.

The sign is U+200B, not the element `<wbr>`: that would cut a sentence into pieces, and VoiceOver on a telephone stops
at each (google/budoux, pull request 346, changed for the same reason). Reading aloud leaves it out.
"""

from __future__ import annotations

import re
from itertools import pairwise

from portal.language.beside.signs import places, with_ruby
from portal.language.phrases.ends import SIGN, ends

END = "\u200b"
_TEXT = re.compile(f"(<[^>]*>)([^<{SIGN}]*[{SIGN}][^<]+)")
_BARE = ("<title", "<textarea", "<option", "<script", "<style")
"""Elements that hold a text as it is."""
_ANSWER = re.compile("(<dd data-own.*?</dd>)", re.DOTALL)
"""What somebody answered: it can be copied as it was written, and no name is parted."""
SHORT = 12
"""Letters that fit a line; of somebody's own words, as a name is, that many stay together."""
_KEPT: dict[int, tuple[int, ...]] = {}
MOST = 4_096
"""Texts whose ends are kept; what is published in Japanese has fewer. They take less than a megabyte."""


def phrased(html: str) -> str:
    """A page in Japanese with the sign; kana may still be carried along as signs (`language/beside`)."""
    if "<dd data-own" not in html:
        return _TEXT.sub(_japanese, html)
    pieces = enumerate(_ANSWER.split(html))
    return "".join(piece if n % 2 else _TEXT.sub(_japanese, piece) for n, piece in pieces)


def phrased_beside(html: str) -> str:
    """A page in another language: the sign in what is marked as Japanese, and nowhere else."""
    return _TEXT.sub(_marked, html)


def _japanese(found: re.Match[str]) -> str:
    tag, text = found.groups()
    if ' lang="' in tag and ' lang="ja' not in tag:
        return found[0]
    return _ended(tag, text)


def _marked(found: re.Match[str]) -> str:
    return _ended(*found.groups()) if ' lang="ja' in found[1] else found[0]


def _ended(tag: str, text: str) -> str:
    if tag.startswith(_BARE) or (len(text) <= SHORT and " data-own" in tag):
        return tag + text
    at = _places(text)
    return tag + END.join(text[start:end] for start, end in pairwise((0, *at, len(text))))


def _places(text: str) -> tuple[int, ...]:
    """Where the sign is put. Kept are places alone, under a hash with a secret of this process: never the words."""
    key = hash(text)
    kept = _KEPT.get(key)
    if kept is None:
        if len(_KEPT) >= MOST:
            _KEPT.clear()
        kept = _KEPT[key] = _found(text)
    return kept


def _found(text: str) -> tuple[int, ...]:
    """The ends of phrases in a text in which kanji may carry their kana; none among kanji that share theirs."""
    bare = with_ruby(text, r"\1")
    if bare == text:
        return tuple(ends(text))
    at = places(text)
    return tuple(at[end] for end in ends(bare) if at[end] >= 0)
