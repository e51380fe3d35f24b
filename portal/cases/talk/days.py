"""Days: when an office works, so that nobody is promised a call on a day when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import count, islice

from portal.municipalities import Municipality

SATURDAY = 5
DAYS_AHEAD = 366
YEARS_TURN = {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}
"""Month and day of the days around New Year on which offices are closed (行政機関の休日に関する法律 1条)."""


def working(town: Municipality, day: date) -> bool:
    """Whether a town's offices work that day: no Saturday or Sunday, no national holiday, not around New Year, and
    none of the days on which the town is closed by its own word; what it says of a day goes before all these.
    """
    if day in town.opened or day in town.closed:
        return day in town.opened
    import jpholiday  # nobody needs it until somebody wants to be called

    return day.weekday() < SATURDAY and (day.month, day.day) not in YEARS_TURN and not jpholiday.is_holiday(day)


def coming(town: Municipality, today: date, most: int) -> tuple[date, ...]:
    """The next days after today on which a town's offices work, so many; none after a year."""
    year = islice(_after(today), DAYS_AHEAD)
    return tuple(islice(filter(partial(working, town), year), most))


def _after(today: date) -> Iterator[date]:
    return (today + timedelta(days=n) for n in count(1))
