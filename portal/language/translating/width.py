"""Whether a translation is too long for its place on a narrow screen.

Lengths are in cells, half the width of a kanji. A screen of 320 CSS px shows 32 cells of body text at 18 px between its
edges, 28 within a button or beside a box to tick, 24 in a heading (24 px). Pages break lines wherever they must, so
nothing is ever cut off; but a button of four lines is no button any more, and what is asked goes out of sight.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from portal.language.translating.messages import Told

WIDE = {"W", "F", "A"}


class Room(NamedTuple):
    """Cells of a line, and lines that may be filled."""

    cells: int
    lines: int


ROOMS = {
    "button": Room(28, 3),
    "link": Room(32, 3),
    "label": Room(28, 4),
    "heading": Room(24, 5),
    "summary": Room(28, 4),
}
"""Each place that has little room; running text may be as long as it has to be."""
SHORT = {"button", "heading"}
"""Places that have no room for whole sentences either; elsewhere those are running text."""
BRIEF = 16
"""Cells of a Japanese text without an end of a sentence that is taken for a label where nobody has looked."""


def cells(text: str) -> int:
    """The width of a text; marks that stand on another letter have none."""
    seen = (sign for sign in text if not unicodedata.combining(sign) and unicodedata.category(sign) != "Mn")
    return sum(2 if unicodedata.east_asian_width(sign) in WIDE else 1 for sign in seen)


def too_long(told: Told, place: str) -> bool:
    """Whether a translation needs more lines than its place has; the Japanese itself may need as many."""
    if not place and cells(told.source[0]) <= BRIEF and "。" not in told.source[0]:
        place = "label"
    room = ROOMS.get(place)
    if room is None or ("。" in told.source[0] and place not in SHORT):
        return False
    most = max(room.cells * room.lines, cells(told.source[0]))
    return any(cells(line) > most for one in told.translation for line in one.split("\n"))
