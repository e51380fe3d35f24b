"""A piece of a sentence that is heard otherwise than it is written, and pieces woven into the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from re import Match
from typing import NamedTuple

from portal.speech.said import Said


class Piece(NamedTuple):
    """seen[start:end] is heard as `heard`; "" is silence."""

    start: int
    end: int
    heard: str


Finder = Callable[[str], Iterable[Piece]]
"""Finds the pieces of one kind in a sentence, from its beginning to its end."""


def groups(found: Match[str], *heard: str) -> Iterator[Piece]:
    """One piece for each group of a match that took part; what stands between two groups goes with the earlier one."""
    taken = [(found.start(n), text) for n, text in enumerate(heard, 1) if found.start(n) >= 0]
    starts = [found.start(), *(start for start, _ in taken[1:])]
    ends = [*starts[1:], found.end()]
    for start, end, (_, text) in zip(starts, ends, taken, strict=True):
        yield Piece(start, end, text)


def woven(seen: str, finders: Iterable[Finder]) -> Said:
    """The sentence with every finder's pieces in place; a piece that meets an earlier finder's part is left out."""
    claimed = bytearray(len(seen))
    pieces: list[Piece] = []
    for finder in finders:
        for piece in finder(seen):
            if piece.start < piece.end and not any(claimed[piece.start : piece.end]):
                claimed[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
                pieces.append(piece)
    return _joined(seen, sorted(pieces))


def _joined(seen: str, pieces: list[Piece]) -> Said:
    heard: list[str] = []
    origin: list[int] = []
    place = 0
    for start, end, text in pieces:
        heard += [seen[place:start], text]
        origin += range(place, start)
        origin += (start + n * (end - start) // len(text) for n in range(len(text)))
        place = end
    heard.append(seen[place:])
    origin += range(place, len(seen))
    return Said(seen, "".join(heard), tuple(origin))
