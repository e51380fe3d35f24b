"""The spread of how long answers took: by which day half of the people had theirs, and nine of ten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

ENOUGH = 10
"""Answers from which on it is told: of fewer, nine in ten would be one person."""
BOUNDS = (0, 3, 7, 14, 30)
"""The last day of each group but the last, which has no end."""


class Spread(NamedTuple):
    """Days, counted from the day it came, by which so many had their answer."""

    half: int
    most: int


def spread(days: Mapping[int, int]) -> Spread | None:
    """The median and the 90th percentile (nearest rank) of so many answers by their days; None of too few."""
    whole = sum(days.values())
    if whole < ENOUGH:
        return None
    return Spread(_rank(days, -(-whole // 2)), _rank(days, -(-whole * 9 // 10)))


def groups(days: Mapping[int, int]) -> list[int]:
    """How many answers fall into each group of days."""
    found = [0] * (len(BOUNDS) + 1)
    for day, count in days.items():
        found[next((n for n, last in enumerate(BOUNDS) if day <= last), len(BOUNDS))] += count
    return found


def _rank(days: Mapping[int, int], rank: int) -> int:
    passed = 0
    for day in sorted(days):
        passed += days[day]
        if passed >= rank:
            return day
    raise AssertionError("a rank beyond the whole")
