"""Dates as people write them in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.wareki import HEISEI, REIWA, SHOWA, TAISHO, Era
from portal.language.written_date import WrittenDate, WrittenYear, part, whole, year

BORN = WrittenDate(SHOWA, 10, 4, 1)
WHOLE = {
    "in full": ("昭和10年4月1日", BORN),
    "letter and dots": ("S10.4.1", BORN),
    "small letter and spaces": ("s10 4 1", BORN),
    "short era and dashes": ("昭10-4-1", BORN),
    "short era, dash first": ("昭ー10ー4ー1", BORN),
    "full width": ("昭和１０年４月１日", BORN),
    "kanji numerals": ("昭和十年四月一日", BORN),
    "era in one sign": ("㍼10・4・1", BORN),
    "with spaces": ("昭和 10年 4月 1日", BORN),
    "with 生まれ": ("昭和10年4月1日生まれ", BORN),
    "with weekday": ("昭和10年4月1日（月）", BORN),
    "six digits": ("S100401", BORN),
    "wide letter": ("Ｓ１０／４／１", BORN),
    "western slashes": ("1935/4/1", WrittenDate(None, 1935, 4, 1)),
    "western with zeros": ("1935-04-01", WrittenDate(None, 1935, 4, 1)),
    "western in full": ("西暦1935年4月1日", WrittenDate(None, 1935, 4, 1)),
    "eight digits": ("１９３５０４０１", WrittenDate(None, 1935, 4, 1)),
    "both calendars": ("1935年（昭和10年）4月1日", WrittenDate(None, 1935, 4, 1)),
    "no era": ("10.4.1", WrittenDate(None, 10, 4, 1)),
    "first year": ("昭和元年12月25日", WrittenDate(SHOWA, 1, 12, 25)),
    "first year by letter": ("R元.5.1", WrittenDate(REIWA, 1, 5, 1)),
    "long Sunday": ("令和元年５月１日水曜日", WrittenDate(REIWA, 1, 5, 1)),
    "Taisho": ("大正15年12月24日", WrittenDate(TAISHO, 15, 12, 24)),
    "days of tens": ("平成二十三年十一月二十日", WrittenDate(HEISEI, 23, 11, 20)),
}


@pytest.mark.parametrize(("typed", "written"), WHOLE.values(), ids=WHOLE.keys())
def test_a_whole_date(typed: str, written: WrittenDate) -> None:
    assert whole(typed) == written


@pytest.mark.parametrize("typed", ["", "昭和10年", "昭和10年4月", "4月1日", "きのう", "S10", "1.2.3.4", "1935041"])
def test_what_is_no_whole_date(typed: str) -> None:
    assert whole(typed) is None


@pytest.mark.parametrize(
    ("typed", "era", "count"),
    [
        ("10", None, 10),
        ("１０年", None, 10),
        ("元", None, 1),
        ("昭和元年", SHOWA, 1),
        ("S10", SHOWA, 10),
        ("昭十", SHOWA, 10),
        ("西暦1935", None, 1935),
    ],
)
def test_a_year(typed: str, era: Era | None, count: int) -> None:
    assert year(typed) == WrittenYear(era, count)


@pytest.mark.parametrize("typed", ["", "ことし", "昭和", "-1"])
def test_what_is_no_year(typed: str) -> None:
    assert year(typed) is None


def test_a_month_with_its_sign() -> None:
    assert part("４月", "月") == part("四", "月") == 4
    assert part("はる", "月") is None


@given(st.text())
def test_never_raises(text: str) -> None:
    whole(text)
    year(text)
