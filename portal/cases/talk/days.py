"""Days: when an office works, so that nobody is promised a call on a day when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

SATURDAY = 5
YEARS_TURN = {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}
"""Month and day of the days around New Year on which offices are closed (行政機関の休日に関する法律 1条)."""


def working(day: date) -> bool:
    """Whether an office works that day: no Saturday or Sunday, no national holiday, not around New Year."""
    import jpholiday  # nobody needs it until somebody wants to be called

    return day.weekday() < SATURDAY and (day.month, day.day) not in YEARS_TURN and not jpholiday.is_holiday(day)


def coming(today: date, most: int) -> tuple[date, ...]:
    """The next days after today on which an office works, so many."""
    return tuple(islice(filter(working, _after(today)), most))


def _after(today: date) -> Iterator[date]:
    return (today + timedelta(days=n) for n in count(1))
