"""Signs: how a text carries the Japanese of its words along, whatever it is put into.

They are characters that Unicode keeps for a program's own use inside itself (noncharacters), so no text has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN, _THEN, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_INNERMOST = re.compile(f"{_OPEN}([^{_OPEN}{_THEN}{_CLOSE}]*){_THEN}([^{_OPEN}{_THEN}{_CLOSE}]*){_CLOSE}")
_KANJI, _ABOVE, _END = "\ufdd3", "\ufdd4", "\ufdd5"
_RUBY = re.compile(f"{_KANJI}([^{_ABOVE}]*){_ABOVE}([^{_END}]*){_END}")
_EDGE = re.compile(f"[{_OPEN}{_CLOSE}]")
_ANY = re.compile(f"[{_OPEN}{_THEN}{_CLOSE}]")


def pair(chosen: str, japanese: str) -> str:
    """The words of the chosen language with the Japanese beside them, line by line where both have as many."""
    if chosen == japanese or not chosen:
        return chosen
    ours, theirs = chosen.split("\n"), japanese.split("\n")
    if len(ours) == len(theirs) > 1:
        return "\n".join(map(pair, ours, theirs))
    return f"{_OPEN}{chosen}{_THEN}{japanese}{_CLOSE}"


def ruby(kanji: str, kana: str) -> str:
    """A run of kanji with the kana above it, "" for none."""
    return f"{_KANJI}{kanji}{_ABOVE}{kana}{_END}" if kana else kanji


def has_pair(text: str) -> bool:
    """Whether any of it has Japanese beside it."""
    return _OPEN in text


def chosen(text: str) -> str:
    """The text in the chosen language alone."""
    return _side(text, r"\1")


def japanese(text: str) -> str:
    """The text in Japanese alone; names and numbers are in both."""
    return _side(text, r"\2")


def _side(text: str, which: str) -> str:
    found = 1
    while found:
        text, found = _INNERMOST.subn(which, text)
    return _ANY.sub("", text)


def with_ruby(text: str, form: str) -> str:
    r"""The text with each run of kanji in a form, `\1` the kanji and `\2` the kana above it."""
    return _RUBY.sub(form, text)


def places(text: str) -> list[int]:
    """Where each letter that is seen stands in a text with kana above kanji: a run of kanji at its first, else -1."""
    found: list[int] = []
    start = 0
    for one in _RUBY.finditer(text):
        found += [*range(start, one.start()), one.start(), *[-1] * (len(one[1]) - 1)]
        start = one.end()
    return [*found, *range(start, len(text))]


def split(text: str) -> Iterator[str]:
    """The text in pieces: each outermost pair is one, and so is all between two of them."""
    start = depth = 0
    for sign in _EDGE.finditer(text):
        opens = sign[0] == _OPEN
        if (opens and depth == 0) or (not opens and depth == 1):
            edge = sign.start() if opens else sign.end()
            yield text[start:edge]
            start = edge
        depth = max(0, depth + (1 if opens else -1))
    yield text[start:]


def trimmed(text: str, signs: str) -> str:
    """The text without any of the signs at its end, in both languages."""
    return re.sub(f"[{re.escape(signs)}]+(?=[{_THEN}{_CLOSE}]|$)", "", text)
