"""The days somebody wants to see numbers of, and the parts they are told in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from portal.language.words import Say, say

PERIODS: Mapping[str, tuple[int, int]] = {"7": (7, 1), "30": (30, 1), "90": (91, 7), "365": (364, 28)}
"""Days, and days of each part: whole parts, so that none looks small for being short."""
USUAL = "30"
NAMES: Mapping[str, Say] = {
    "7": say("7日"),
    "30": say("30日"),
    "90": say("13週（およそ90日）"),
    "365": say("52週（およそ1年）"),
}


@dataclass(frozen=True)
class Days:
    """From the first day to the last, in parts of so many."""

    id: str
    first: date
    last: date
    part: int

    def parts(self) -> Iterator[tuple[date, date]]:
        """The first and the last day of each part."""
        first = self.first
        while first <= self.last:
            yield first, first + timedelta(days=self.part - 1)
            first += timedelta(days=self.part)


def chosen(told: Mapping[str, str], today: date) -> Days:
    """The days an address tells of, up to today; what there is not is the usual."""
    id = told.get("days", USUAL)
    id = id if id in PERIODS else USUAL
    days, part = PERIODS[id]
    return Days(id, today - timedelta(days=days - 1), today, part)
