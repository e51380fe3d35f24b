"""Ranges: from, to, and shares of a whole."""

from __future__ import annotations

import pytest

from portal.speech.normal.piece import woven
from portal.speech.normal.ranges import open_ended, ranges, shares


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("3〜5日", "3日から5日"),
        ("1～3か月", "1か月から3か月"),
        ("10:00〜", "10:00から"),
        ("4月〜6月", "4月から6月"),
        ("1,000円〜5,000円", "1,000円から5,000円"),
        ("2-3日", "2日から3日"),
        ("東京〜大阪", "東京から大阪"),
        ("窓口 〜 郵便", "窓口から郵便"),
    ],
)
def test_from_one_to_the_other(seen: str, heard: str) -> None:
    assert woven(seen, [ranges]).heard == heard


@pytest.mark.parametrize(
    ("seen", "heard"), [("〜17:00", "17時まで"), ("（〜4月1日）", "（4月1日まで）"), ("〜17:15", "17時15分まで")]
)
def test_up_to(seen: str, heard: str) -> None:
    assert woven(seen, [open_ended]).heard == heard


@pytest.mark.parametrize(("seen", "heard"), [("2/3", "3分の2"), ("3/2", "3/2"), ("0/5", "0/5"), ("1/2/3", "1/2/3")])
def test_a_share(seen: str, heard: str) -> None:
    assert woven(seen, [shares]).heard == heard


def test_the_digits_keep_their_place() -> None:
    assert woven("3〜5日", [ranges]).origin == (0, 1, 1, 1, 2, 3)
