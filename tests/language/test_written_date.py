"""Dates as people write them in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.wareki import HEISEI, REIWA, SHOWA, TAISHO, Era
from portal.language.written_date import (
    UNKNOWN,
    WrittenDate,
    WrittenYear,
    days_away,
    month_day,
    part,
    whole,
    year,
    year_month,
)

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
    "in kana": ("しょうわ10ねん4がつ1にち", BORN),
    "with the age": ("昭和10年4月1日（1935年）、91歳", BORN),
    "about": ("昭和10年4月1日ごろ", BORN),
    "with a heading": ("生年月日：S10.4.1", BORN),
    "as the Chinese write": ("1935年4月1号", WrittenDate(None, 1935, 4, 1)),
    "English": ("April 1, 1935", WrittenDate(None, 1935, 4, 1)),
    "English, day first": ("1st Apr. 1935", WrittenDate(None, 1935, 4, 1)),
    "year last, sure": ("13/4/1935", WrittenDate(None, 1935, 4, 13)),
    "day not known": ("昭和10年4月日不詳", WrittenDate(SHOWA, 10, 4, UNKNOWN)),
    "day not known, in words": ("昭和10年4月（1935年）、日はわからない", WrittenDate(SHOWA, 10, 4, UNKNOWN)),
    "a year of two eras": (
        "大正15年（1926年）・昭和元年（1926年）、月日はわからない",
        WrittenDate(None, 1926, UNKNOWN, UNKNOWN),
    ),
    "month and day not known": ("昭和10年月日不詳", WrittenDate(SHOWA, 10, UNKNOWN, UNKNOWN)),
    "Taisho": ("大正15年12月24日", WrittenDate(TAISHO, 15, 12, 24)),
    "days of tens": ("平成二十三年十一月二十日", WrittenDate(HEISEI, 23, 11, 20)),
}


@pytest.mark.parametrize(("typed", "written"), WHOLE.values(), ids=WHOLE.keys())
def test_a_whole_date(typed: str, written: WrittenDate) -> None:
    assert whole(typed) == written


NO_DATE = ["", "昭和10年", "昭和10年4月", "4月1日", "きのう", "S10", "1.2.3.4", "1935041", "4/1/1935", "不詳"]


@pytest.mark.parametrize("typed", NO_DATE)
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
    assert part("４月", "月") == part("四", "月") == part("April", "月") == part("4がつ", "月") == 4
    assert part("日は不詳", "日") == part("わからない", "日") == part("？", "日") == UNKNOWN
    assert part("はる", "月") is None


def test_some_of_a_date_in_one_text() -> None:
    assert year_month("昭和10年4月") == (WrittenYear(SHOWA, 10), 4)
    assert month_day("4月1日") == month_day("4/1") == (4, 1)
    assert year_month("昭和10年") is month_day("4月") is None


def test_the_year_in_brackets_is_told_too() -> None:
    both = whole("昭和10年（1936年）4月1日")
    assert both is not None
    assert (both.western, both.beside) == (1935, 1936)


def test_days_named_from_today() -> None:
    assert (days_away("きのう"), days_away("本日"), days_away("あさって"), days_away("春")) == (-1, 0, 2, None)


@given(st.text())
def test_never_raises(text: str) -> None:
    whole(text)
    year(text)
    year_month(text)
    month_day(text)
    part(text, "日")


@pytest.mark.parametrize("text", ["1" * 100_000, "昭和" * 50_000, "(" * 100_000, "、" * 100_000])
def test_a_text_far_too_long_is_no_date(text: str) -> None:
    assert whole(text) is year(text) is year_month(text) is month_day(text) is None
