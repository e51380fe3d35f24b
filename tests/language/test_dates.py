"""Dates and ages for people."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from portal.language.counting import day_reading
from portal.language.dates import (
    age,
    edges,
    hour_shown,
    minute_shown,
    shown,
    shown_partly,
    spoken,
    spoken_partly,
    until_shown,
)
from portal.language.words import words_for

SHOWN = {
    "an ordinary day": (date(1935, 4, 1), "昭和10年4月1日（1935年）"),
    "the first year": (date(2019, 5, 1), "令和元年5月1日（2019年）"),
    "the last day of an era": (date(1989, 1, 7), "昭和64年1月7日（1989年）"),
    "Meiji": (date(1910, 12, 31), "明治43年12月31日（1910年）"),
}


@pytest.mark.parametrize(("day", "line"), SHOWN.values(), ids=SHOWN.keys())
def test_a_day_in_both_calendars(day: date, line: str) -> None:
    assert shown(day, words_for("ja")) == line
    assert spoken(day, words_for("ja")) == day_reading(day)


def test_other_languages_say_what_they_show() -> None:
    english = words_for("en")
    assert spoken(date(1935, 4, 1), english) == shown(date(1935, 4, 1), english)
    assert "1935" in shown(date(1935, 4, 1), english)


AGES = {
    "the day before": (date(1935, 4, 1), date(2026, 3, 31), 90),
    "the birthday": (date(1935, 4, 1), date(2026, 4, 1), 91),
    "a leap day's child": (date(2004, 2, 29), date(2026, 2, 28), 21),
    "a leap day's child a day later": (date(2004, 2, 29), date(2026, 3, 1), 22),
    "born today": (date(2026, 11, 24), date(2026, 11, 24), 0),
}


@pytest.mark.parametrize(("birth", "today", "years"), AGES.values(), ids=AGES.keys())
def test_age(birth: date, today: date, years: int) -> None:
    assert age(birth, today) == years


PARTLY = {
    "a month": ("1935-04", "昭和10年4月（1935年）、日はわからない"),
    "a year": ("1935", "昭和10年（1935年）、月日はわからない"),
    "a first year": ("2020", "令和2年（2020年）、月日はわからない"),
    "a year of two eras": ("1989", "昭和64年（1989年）・平成元年（1989年）、月日はわからない"),
    "a month of two eras": ("1926-12", "大正15年12月（1926年）・昭和元年12月（1926年）、日はわからない"),
}


@pytest.mark.parametrize(("known", "line"), PARTLY.values(), ids=PARTLY.keys())
def test_a_day_that_is_not_known(known: str, line: str) -> None:
    assert shown_partly(known, words_for("ja")) == line
    assert spoken_partly(known, words_for("ja")).endswith("わからない")
    assert spoken_partly(known, words_for("en")) == shown_partly(known, words_for("en"))


def test_the_days_a_text_may_mean() -> None:
    assert edges("1935-04-01") == (date(1935, 4, 1), date(1935, 4, 1))
    assert edges("1936-02") == (date(1936, 2, 1), date(1936, 2, 29))
    assert edges("1935") == (date(1935, 1, 1), date(1935, 12, 31))


def test_the_hour_of_a_day_as_clocks_in_japan_show_it() -> None:
    japanese, english = words_for("ja"), words_for("en")
    noon, night = datetime(2026, 11, 24, 3, 59, tzinfo=UTC), datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert (hour_shown(noon, japanese), hour_shown(noon, english)) == ("11月24日 午後0時", "24 November, 12:00")
    assert (hour_shown(night, japanese), hour_shown(night, english)) == ("11月25日 午前0時", "25 November, 0:00")
    assert hour_shown(noon, words_for("ko")) == "11월 24일 12:00"
    assert hour_shown(noon, words_for("pt-BR")) == "24 de novembro, 12:00"
    assert until_shown(noon, japanese) == "令和8年11月24日（2026年）の午後0時"
    assert until_shown(night, japanese) == "令和8年11月25日（2026年）の午前0時"
    assert until_shown(noon, english).startswith("12:00 on ")


def test_the_minute_as_people_say_it() -> None:
    japanese, english = words_for("ja"), words_for("en")
    noon, night = datetime(2026, 11, 24, 3, 5, tzinfo=UTC), datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert minute_shown(noon, japanese) == "令和8年11月24日（2026年） 午後0時5分"
    assert minute_shown(night, words_for("ja-simple")) == "2026年（令和8年）11月25日 午前0時"
    assert minute_shown(noon, english).endswith(" 12:05")
