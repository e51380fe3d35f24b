"""The eras, exact to the day."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.wareki import (
    EARLIEST,
    ERAS,
    HEISEI,
    MEIJI,
    REIWA,
    SHOWA,
    TAISHO,
    Era,
    NoSuchDay,
    OutsideEra,
    day_of,
    era_of,
    western_day,
    year_in,
)

EDGES = {
    "first day of the calendar": (MEIJI, 6, 1, 1, date(1873, 1, 1)),
    "last of Meiji": (MEIJI, 45, 7, 29, date(1912, 7, 29)),
    "first of Taisho": (TAISHO, 1, 7, 30, date(1912, 7, 30)),
    "last of Taisho": (TAISHO, 15, 12, 24, date(1926, 12, 24)),
    "first of Showa": (SHOWA, 1, 12, 25, date(1926, 12, 25)),
    "last of Showa": (SHOWA, 64, 1, 7, date(1989, 1, 7)),
    "first of Heisei": (HEISEI, 1, 1, 8, date(1989, 1, 8)),
    "last of Heisei": (HEISEI, 31, 4, 30, date(2019, 4, 30)),
    "first of Reiwa": (REIWA, 1, 5, 1, date(2019, 5, 1)),
    "leap day": (REIWA, 6, 2, 29, date(2024, 2, 29)),
}


@pytest.mark.parametrize(("era", "year", "month", "day", "western"), EDGES.values(), ids=EDGES.keys())
def test_edges(era: Era, year: int, month: int, day: int, western: date) -> None:
    assert day_of(era, year, month, day) == western
    assert era_of(western) is era
    assert year_in(era, western) == year


OUTSIDE = {
    "Showa 64 in February": (SHOWA, 64, 2, 1, date(1989, 2, 1)),
    "Heisei before it began": (HEISEI, 1, 1, 7, date(1989, 1, 7)),
    "Showa before it began": (SHOWA, 1, 12, 24, date(1926, 12, 24)),
    "Heisei 32": (HEISEI, 32, 3, 31, date(2020, 3, 31)),
    "year nought": (REIWA, 0, 5, 1, date(2018, 5, 1)),
    "before the calendar": (MEIJI, 5, 12, 31, date(1872, 12, 31)),
}


@pytest.mark.parametrize(("era", "year", "month", "day", "western"), OUTSIDE.values(), ids=OUTSIDE.keys())
def test_a_date_of_another_era_names_its_day(era: Era, year: int, month: int, day: int, western: date) -> None:
    with pytest.raises(OutsideEra) as caught:
        day_of(era, year, month, day)
    assert caught.value.day == western


@pytest.mark.parametrize(
    ("year", "month", "day", "last"), [(1935, 2, 29, 28), (1935, 4, 31, 30), (1935, 13, 1, 0), (1935, 4, 0, 30)]
)
def test_a_day_no_calendar_has(year: int, month: int, day: int, last: int) -> None:
    with pytest.raises(NoSuchDay) as caught:
        western_day(year, month, day)
    assert caught.value.last == last


def test_days_before_the_calendar_have_no_era() -> None:
    with pytest.raises(ValueError, match="before 1873"):
        era_of(EARLIEST - timedelta(days=1))


@given(st.dates(EARLIEST, date(2999, 12, 31)))
def test_round_trip(day: date) -> None:
    era = era_of(day)
    assert day_of(era, year_in(era, day), day.month, day.day) == day


@given(st.sampled_from(ERAS), st.integers(0, 999), st.integers(0, 13), st.integers(0, 32))
def test_a_date_lies_in_its_era_or_is_told_apart(era: Era, year: int, month: int, day: int) -> None:
    with suppress(OutsideEra, NoSuchDay):
        assert era_of(day_of(era, year, month, day)) is era
