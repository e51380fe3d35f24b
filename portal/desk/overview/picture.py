"""Pictures of numbers: how long each bar is, and where. Lengths are in percent or in em, so that they grow with letters
and fit every screen; a hidden number is a short bar that is not filled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

TALL = 8.0
"""Height of the tallest column in em."""
HIDDEN = 4.0
"""Percent of the longest bar that a hidden one has."""


class Bar(NamedTuple):
    """A lying bar: its length in percent."""

    width: str
    hidden: bool


class Column(NamedTuple):
    """A standing one: x and width in percent, y and height in em."""

    x: str
    width: str
    y: str
    height: str
    hidden: bool


def lying(numbers: Sequence[int | None]) -> tuple[Bar, ...]:
    """A bar for each number, None for a hidden one."""
    most = _most(numbers)
    return tuple(Bar(_percent(HIDDEN if one is None else 100 * one / most), one is None) for one in numbers)


def standing(numbers: Sequence[int | None]) -> tuple[Column, ...]:
    """A column for each number, from left to right."""
    most, step = _most(numbers), 100 / max(len(numbers), 1)
    columns = []
    for n, one in enumerate(numbers):
        height = TALL * (HIDDEN / 100 if one is None else one / most)
        place = (_percent(step * (n + 0.1)), _percent(step * 0.8), _em(TALL - height), _em(height))
        columns.append(Column(*place, one is None))
    return tuple(columns)


def _most(numbers: Sequence[int | None]) -> int:
    return max((number for number in numbers if number), default=1)


def _em(height: float) -> str:
    return f"{height:.2f}em"


def _percent(width: float) -> str:
    return f"{width:.2f}%"
