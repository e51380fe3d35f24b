"""A period ends today and is made of whole parts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from portal.desk.overview.period import PERIODS, USUAL, chosen

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("id", PERIODS)
def test_every_part_is_whole_and_the_last_ends_today(id: str) -> None:
    days = chosen({"days": id}, TODAY)
    parts = [*days.parts()]
    assert parts[0][0] == days.first
    assert parts[-1][1] == days.last == TODAY
    assert {last - first for first, last in parts} == {timedelta(days=days.part - 1)}
    assert all(later[0] - former[1] == timedelta(days=1) for former, later in pairwise(parts))


def test_what_there_is_not_is_the_usual() -> None:
    assert chosen({}, TODAY) == chosen({"days": "8"}, TODAY) == chosen({"days": USUAL}, TODAY)
