"""House numbers and what follows them: 1-2-3 メゾン髙橋201 is a number and a building."""

from __future__ import annotations

import re

_PIECE = re.compile(
    "[0-9]+|[〇一二三四五六七八九十百千]+(?=丁目|番|号|条|線|地割|区|[-・のノ]|$)|丁目|番地割|番地|番丁|無番地|番|号(?!室|棟|館)|地割|第|線|条|区|[-・のノ]"
    "|[甲乙丙丁戊イロハニホヘト](?![ァ-ヿ])|東|西|南|北|部|組|班|なし|無し"
)
"""What house numbers are made of, from 1-2-3 to 甲123番地の4 and 北1条西."""
_FIRST_DIGIT = re.compile("[0-9]")
_ROOM = re.compile("[0-9A-Za-z-]+(?:号室|号棟|階|F|棟|館)")
_LETTERS = re.compile(r"[^\W\d_]")
_PART_OF_A_ROOM = re.compile("号[室棟館]|階|棟")
_OTHER_DASHES = re.compile("(?<=[0-9])[.,、・/](?=[0-9])")
_FIGURES = re.compile("[0-9][-0-9.,、・/]*[0-9]")
LEAST = 2
"""Letters of a building's name; a single one belongs to the number (12-3A)."""


def split_building(street: str) -> tuple[str, str]:
    """The house number, and the building where one certainly follows it, else ""."""
    first = _FIRST_DIGIT.search(street)
    if first is None:
        return street, ""
    end = start = 0 if _PIECE.match(street) else first.start()
    while piece := _PIECE.match(street, end):
        end = piece.end()
    rest = street[end:]
    building = rest.strip()
    if rest.startswith(" ") and _FIRST_DIGIT.match(building):
        return (street[:end], building) if _ROOM.fullmatch(building.split(" ")[0]) else (street, "")
    if end == start or _PART_OF_A_ROOM.match(rest) or len(_LETTERS.findall(building)) < LEAST:
        return street, ""
    return street[:end], building


def dashed(street: str) -> str:
    """Figures with any sign between them as they stand on an envelope: 2.2.22 and 2、2、22 are 2-2-22."""
    return _OTHER_DASHES.sub("-", street) if _FIGURES.fullmatch(street) else street
