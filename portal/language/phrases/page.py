"""A page with a sign at the end of each Japanese phrase, where a line may end.

The sign is U+200B, not the element `<wbr>`: that would cut a sentence into pieces, and VoiceOver on a telephone stops
at each (google/budoux, pull request 346, changed for the same reason). Reading aloud leaves it out.
In the largest letters every browser gets it within phrases that are longer than a line: none parts them well by itself;
and there a sign holds a time and its half of the day together, as lines of a text end after any letter.
"""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import partial
from itertools import pairwise

from portal.language.beside.signs import places, with_ruby
from portal.language.phrases.ends import SIGN, ends
from portal.language.phrases.long import cuts, sentence

END = "\u200b"
HOLD = "\u2060"
"""Within a time, an era or a guardian, which a line would part: Unicode's word joiner, which has no width."""
_UNSEEN = str.maketrans("", "", END + HOLD)
_HELD = re.compile(r"(?:午[前後]|明治|大正|昭和|平成|令和)(\ufdd4[^\ufdd5]*\ufdd5)?(?=[\d元])|後見(?=人)")
"""Kana may stand above them, in the signs of `language/beside`."""
_TEXT = re.compile(f"(<[^>]*>)([^<{SIGN}]*[{SIGN}][^<]+)")
_BARE = ("<title", "<textarea", "<option", "<script", "<style")
"""Elements that hold a text as it is."""
_ANSWER = re.compile("(<dd data-own.*?</dd>)", re.DOTALL)
"""What somebody answered: it can be copied as it was written, and no name is parted."""
_LARGE = re.compile("<(?:h[1-3]|legend|label|summary|button|a|b|span)[ >]|</svg>")
"""What holds words that stand large, or that are pressed: all others end a line after any letter (base.css)."""
SHORT = 12
"""Letters that fit a line; of somebody's own words, as a name is, that many stay together."""
_KEPT: dict[int, tuple[int, ...]] = {}
MOST = 4_096
"""Texts whose ends are kept; what is published in Japanese has fewer. They take less than a megabyte."""


def bare(text: str) -> str:
    """A text as it was before it was told where its lines may end."""
    return text.translate(_UNSEEN)


class Told(Flag):
    """What a page tells of where lines may end."""

    NOTHING = 0
    ENDS = auto()
    """Of each phrase."""
    LONG = auto()
    """Within phrases that are longer than a line of the largest letters (`long`)."""


def phrased(html: str, told: Told = Told.ENDS) -> str:
    """A page in Japanese with the sign; kana may still be carried along as signs (`language/beside`)."""
    japanese = partial(_japanese, told)
    if "<dd data-own" not in html:
        return _TEXT.sub(japanese, html)
    pieces = enumerate(_ANSWER.split(html))
    return "".join(piece if n % 2 else _TEXT.sub(japanese, piece) for n, piece in pieces)


def phrased_beside(html: str) -> str:
    """A page in another language: the sign in what is marked as Japanese, and nowhere else."""
    return _TEXT.sub(_marked, html)


def _japanese(told: Told, found: re.Match[str]) -> str:
    tag, text = found.groups()
    if ' lang="' in tag and ' lang="ja' not in tag:
        return found[0]
    return _ended(tag, text, told)


def _marked(found: re.Match[str]) -> str:
    return _ended(found[1], found[2], Told.ENDS) if ' lang="ja' in found[1] else found[0]


def _ended(tag: str, text: str, told: Told) -> str:
    if tag.startswith(_BARE):
        return tag + text
    held = Told.LONG in told
    if held and not _LARGE.match(tag):
        told ^= Told.LONG
    if len(text) <= SHORT and " data-own" in tag and not (Told.LONG in told and sentence(text)):
        return tag + text
    at = _places(text, told) if told else ()
    text = END.join(text[start:end] for start, end in pairwise((0, *at, len(text))))
    return tag + (_HELD.sub(_hold, text) if held and tag != "<b>" else text)  # the mark has lines of its own


def _hold(found: re.Match[str]) -> str:
    return (found[0] if found[1] else HOLD.join(found[0])) + HOLD


def _places(text: str, told: Told) -> tuple[int, ...]:
    """Where the sign is put. Kept are places alone, under a hash with a secret of this process: never the words."""
    key = hash(text) if told is Told.ENDS else hash((text, told.value))
    kept = _KEPT.get(key)
    if kept is None:
        if len(_KEPT) >= MOST:
            _KEPT.clear()
        kept = _KEPT[key] = _found(text, told)
    return kept


def _found(text: str, told: Told) -> tuple[int, ...]:
    """Places in a text in which kanji may carry their kana; none among kanji that share theirs."""
    seen = with_ruby(text, r"\1")
    found = {*(ends(seen) if Told.ENDS in told else ()), *(cuts(seen) if Told.LONG in told else ())}
    if seen == text:
        return tuple(sorted(found))
    at = places(text)
    return tuple(at[place] for place in sorted(found) if at[place] >= 0)
