"""Wareki: the five modern eras and the Gregorian calendar, exact to the day.

Edges as proclaimed: 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08, 令和 2019-05-01. The first day of an era
belongs to the new era. Japan counts by the Gregorian calendar since 1873-01-01 (明治6年).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from portal.language.words import Say, say


@dataclass(frozen=True)
class Era:
    """One era: its id in forms and data, its name, its letter on old forms, its first day."""

    id: str
    name: Say
    letter: str
    reading: str
    begins: date


MEIJI = Era("meiji", say("明治"), "M", "メイジ", date(1868, 1, 25))
TAISHO = Era("taisho", say("大正"), "T", "タイショウ", date(1912, 7, 30))
SHOWA = Era("showa", say("昭和"), "S", "ショウワ", date(1926, 12, 25))
HEISEI = Era("heisei", say("平成"), "H", "ヘイセイ", date(1989, 1, 8))
REIWA = Era("reiwa", say("令和"), "R", "レイワ", date(2019, 5, 1))
ERAS = (MEIJI, TAISHO, SHOWA, HEISEI, REIWA)
BY_ID = {era.id: era for era in ERAS}
EARLIEST = date(1873, 1, 1)
_NEWEST_FIRST = ERAS[::-1]


class NoSuchDay(ValueError):
    """The calendar has no such day; `last` is the last day of that month, 0 where the month does not exist."""

    def __init__(self, last: int) -> None:
        super().__init__("no such day in the calendar")
        self.last = last


class OutsideEra(ValueError):
    """The day exists, but in another era; `day` is that day."""

    def __init__(self, day: date) -> None:
        super().__init__("the day lies in another era")
        self.day = day


def era_of(day: date) -> Era:
    """The era a day lies in. Raises ValueError before 1873, when Japan had another calendar."""
    if day < EARLIEST:
        raise ValueError("days before 1873 have no Gregorian date")
    return next(era for era in _NEWEST_FIRST if day >= era.begins)


def year_in(era: Era, day: date) -> int:
    """The year of the era, 1 for its first year (元年)."""
    return day.year - era.begins.year + 1


def day_of(era: Era, year: int, month: int, day: int) -> date:
    """The Gregorian day of an era's date. Raises NoSuchDay or OutsideEra."""
    found = western_day(era.begins.year + year - 1, month, day)
    if year < 1 or found < EARLIEST or era_of(found) is not era:
        raise OutsideEra(found)
    return found


def western_day(year: int, month: int, day: int) -> date:
    """The day of a western date. Raises NoSuchDay, whose `last` helps to mend it."""
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        raise NoSuchDay(0)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise NoSuchDay(last)
    return date(year, month, day)
