"""Nobody is promised a call on a day when the office is closed."""

from __future__ import annotations

from datetime import date

import pytest

from portal.cases.talk.days import coming, working


@pytest.mark.parametrize(
    ("day", "open"),
    [
        (date(2026, 11, 24), True),
        (date(2026, 11, 21), False),  # a Saturday
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), False),  # 勤労感謝の日
        (date(2026, 5, 6), False),  # 振替休日 of the Constitution Day, a Sunday
        (date(2026, 9, 22), False),  # 国民の休日, between two holidays
        (date(2026, 12, 28), True),
        (date(2026, 12, 29), False),
        (date(2027, 1, 3), False),
        (date(2027, 1, 4), True),
    ],
)
def test_an_office_is_open_or_not(day: date, open: bool) -> None:
    assert working(day) is open


def test_the_days_to_come_leave_out_those_when_nobody_is_there() -> None:
    turn = [date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 6)]
    assert [*coming(date(2026, 12, 28), 3)] == turn
    assert coming(date(2026, 11, 20), 1) == (date(2026, 11, 24),)
