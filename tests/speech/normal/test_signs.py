"""Signs: said by name, ornaments not at all, brackets as a breath."""

from __future__ import annotations

import pytest

from portal.speech.normal.piece import woven
from portal.speech.normal.signs import ornaments, pauses, signs


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("㈱山田", "株式会社山田"),
        ("①氏名", "1、氏名"),
        ("￥500", "500円"),
        ("3×4", "3かける4"),
        ("二〇二六", "2026"),
        ("No.3", "ナンバー3"),
    ],
)
def test_a_sign_has_a_name(seen: str, heard: str) -> None:
    assert woven(seen, [signs]).heard == heard


@pytest.mark.parametrize("seen", ["・住民票", "● 住民票", "□住民票", "住民票★", "📞住民票"])
def test_ornaments_are_silent(seen: str) -> None:
    assert woven(seen, [ornaments]).heard == "住民票"


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("本人/家族", "本人、家族"),
        ("（控え）", "控え"),
        ("氏名（カナ）です", "氏名、カナ、です"),
        ("窓口（1階）。", "窓口、1階。"),
    ],
)
def test_brackets_are_a_breath(seen: str, heard: str) -> None:
    assert woven(seen, [pauses]).heard == heard
