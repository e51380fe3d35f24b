"""Dates taken from their boxes, wherever in them they stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.answers.answer_type import Problems
from portal.answers.typed_date import DATE_PARTS, read_date, read_known
from portal.language.dates import edges, shown
from portal.language.words import words_for
from tests.answers.given import TODAY

DAYS = st.dates(date(1873, 1, 1), date(2100, 12, 31))


def test_a_whole_date_for_those_who_need_one() -> None:
    assert read_date({"year": "S10.4.1"}, {}, TODAY) == date(1935, 4, 1)
    with pytest.raises(Problems):
        read_date({"year": "昭和10年4月日不詳"}, {"unknown": True}, TODAY)


@given(DAYS, st.sampled_from(DATE_PARTS[1:]))
def test_every_day_as_we_show_it_in_any_box(day: date, box: str) -> None:
    for language in ("ja", "ja-simple", "en"):
        assert read_known({box: shown(day, words_for(language))}, {}, TODAY) == day.isoformat()


@given(st.integers(1873, 2100), st.integers(0, 12))
def test_every_month_and_year_that_is_not_known_to_the_day(year: int, month: int) -> None:
    known = f"{year}-{month:02}" if month else f"{year}"
    first, _ = edges(known)
    typed = {"year": f"{year}", "month": f"{month}" if month else "不詳", "day": "不詳"}
    assert read_known(typed, {"unknown": True}, TODAY) == known
    assert first.year == year


@pytest.mark.parametrize("typed", ["昭和64年不詳", "昭和元年不詳", "大正15年月日不詳"])
def test_a_year_of_two_eras_may_be_told_by_either(typed: str) -> None:
    assert read_known({"year": typed}, {"unknown": True}, TODAY) in {"1989", "1926"}


def test_a_year_that_an_era_never_had_is_told_by_the_right_one() -> None:
    with pytest.raises(Problems) as caught:
        read_known({"year": "昭和65年不詳"}, {"unknown": True}, TODAY)
    (problem,) = caught.value.found
    assert problem.part == "era"
    assert "平成" in words_for("ja")(problem.message)


def test_the_limits_look_at_the_whole_of_what_is_known() -> None:
    assert read_known({"year": "2026年不詳"}, {"unknown": True, "past": True, "future": True}, TODAY) == "2026"
    with pytest.raises(Problems):
        read_known({"year": "2027年不詳"}, {"unknown": True, "past": True}, TODAY)


def test_words_for_today_are_no_birth_date() -> None:
    assert read_known({"day": "今日"}, {}, TODAY) == "2026-11-24"
    with pytest.raises(Problems):
        read_known({"year": "今日"}, {"age": True}, TODAY)
