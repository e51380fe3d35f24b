"""Days: dates in letters and slashes, times with colons, weekdays in brackets; what is no day is left."""

from __future__ import annotations

import pytest

from portal.speech.normal.days import days, short_days, times, weekdays
from portal.speech.normal.piece import Piece, woven


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("R元.5.1", "令和元年5月1日"),
        ("Ｒ８．４．１", "令和8年4月1日"),
        ("昭和20.8.15", "昭和20年8月15日"),
        ("T15.12", "大正15年12月"),
        ("1935/4/1", "1935年4月1日"),
        ("2026-04-01", "2026年4月1日"),
        ("2026年4月1日", "2026年4月1日"),
    ],
)
def test_a_date_is_said_with_its_units(seen: str, heard: str) -> None:
    assert woven(seen, [days]).heard == heard


@pytest.mark.parametrize("seen", ["R8.13.1", "H31/4/32", "2026/13/1", "2026/4-1", "A4.1.1", "12026/4/1", "2026.5円"])
def test_what_is_no_date_is_left(seen: str) -> None:
    assert "月" not in woven(seen, [days]).heard


def test_each_part_of_a_date_leads_back_to_its_own_digits() -> None:
    assert list(days("R8.4.1")) == [Piece(0, 1, "令和"), Piece(1, 3, "8年"), Piece(3, 5, "4月"), Piece(5, 6, "1日")]


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("11/23", "11月23日"),
        ("3/5まで", "3月5日まで"),
        ("4/1（水）", "4月1日（水）"),
        ("1/2", "1/2"),
        ("13/40", "13/40"),
    ],
)
def test_a_day_without_a_year(seen: str, heard: str) -> None:
    assert woven(seen, [short_days]).heard == heard


@pytest.mark.parametrize(
    ("seen", "heard"), [("9:00", "9時"), ("17：15", "17時15分"), ("1:02:03", "1時2分3秒"), ("25:00", "25:00")]
)
def test_a_time(seen: str, heard: str) -> None:
    assert woven(seen, [times]).heard == heard


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("4月1日(水)に", "4月1日、水曜日、に"),
        ("月〜金", "月曜日から金曜日"),
        ("4月〜6月", "4月〜6月"),
        ("（日）", "（日）"),
    ],
)
def test_weekdays(seen: str, heard: str) -> None:
    assert woven(seen, [weekdays]).heard == heard
