"""Whether a translation is too long for its place."""

from __future__ import annotations

import pytest

from portal.language.translating.messages import Told
from portal.language.translating.width import cells, too_long


@pytest.mark.parametrize(("text", "width"), {"次へ": 4, "Next": 4, "Tiếp": 4, "ｱ": 1, "नेपाली": 5, "e\u0301": 1}.items())
def test_cells_are_half_a_kanji(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("source", "length", "place", "long"),
    [
        ("次へ", 84, "button", False),
        ("次へ", 85, "button", True),
        ("次へ", 112, "", False),
        ("次へ", 113, "", True),
        ("次へ", 113, "text", False),
        ("次へ進みます。", 500, "", False),
        ("次へ進みます。", 500, "label", False),
        ("次へ進みます。", 500, "heading", True),
        ("次" * 50, 100, "button", False),
        ("次" * 50, 101, "button", True),
    ],
)
def test_a_place_has_so_many_lines(source: str, length: int, place: str, long: bool) -> None:
    assert too_long(Told("portal", (source,), ("x" * length,)), place) == long
