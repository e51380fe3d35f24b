"""Sentences: where a text may be cut so that each piece is said, lit and asked for by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 160
"""Characters of one sentence; longer ones are cut at a comma. A voice says about 8 a second in Japanese."""
DEEPEST = 8
"""Brackets within brackets that are counted; nobody writes more."""
_OPENING = "「『（(【"
_CLOSING = "」』）)】"
_PARTNER = dict(zip(_CLOSING, _OPENING, strict=True))
_SURE_END = "。！？।"
"""Stops of Japanese and Chinese, and of Nepali: they end a sentence whatever follows."""
_LATIN_END = ".!?"
_SHORT = re.compile(r"(?:\b(?:No|Mr|Mrs|Ms|Dr|St|e\.g|i\.e|a\.m|p\.m|etc|vs|tel|approx)|\b[A-Z])\.$", re.IGNORECASE)
"""Ends with a full stop that ends no sentence: short forms, initials."""
_COMMAS = re.compile(r"[、,，;；:：\s](?=\S)")


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the spaces around them."""
    return [text[start:end] for start, end in spans(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence in `text`, without the spaces around them; every other character lies in one.

    Line ends always cut; 。！？। cut outside of brackets; . ! ? cut where a space and no small letter follow.
    """
    found: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        start = line.start()
        for cut in _ends(line[0]):
            found.extend(_bounded(text, start, line.start() + cut))
            start = line.start() + cut
    return found


def _ends(line: str) -> Iterator[int]:
    """Where the sentences of a line end, the line's own end last."""
    within: list[str] = []
    n = 0
    while n < len(line):
        sign = line[n]
        if sign in _OPENING and len(within) < DEEPEST:
            within.append(sign)
        elif sign in _CLOSING and _PARTNER[sign] in within:
            del within[len(within) - 1 - within[::-1].index(_PARTNER[sign]) :]
        n += 1
        if sign in _SURE_END + _LATIN_END and not within and _is_end(line, n):
            n = _after_signs(line, n)
            yield n
    yield n


def _is_end(line: str, n: int) -> bool:
    """Whether the stop just before `n` ends a sentence and stands last of its signs (？！, !!)."""
    following = line[n : n + 1]
    if line[n - 1] in _SURE_END:
        return following not in _SURE_END or not following
    rest = line[n : n + 20].lstrip(_CLOSING + "'\"’”")
    if not rest or not rest[0].isspace():
        return not rest
    return not rest.lstrip()[:1].islower() and not _SHORT.search(line, max(0, n - 8), n)


def _after_signs(line: str, n: int) -> int:
    """Past the quotation marks that close after a stop."""
    while n < len(line) and line[n] in "'\"’”":
        n += 1
    return n


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One sentence without the spaces around it, in pieces where it is too long for one breath."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        commas = [comma.end() for comma in _COMMAS.finditer(text, start + LONGEST // 4, start + LONGEST)]
        cut = commas[-1] if commas else start + LONGEST
        yield from _bounded(text, start, cut)
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        yield start, end
