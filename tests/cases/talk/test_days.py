"""Nobody is promised a call on a day when the office is closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portal.cases.talk.days import coming, working
from tests.cases.given import KASUMIGAHAMA


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
    assert working(KASUMIGAHAMA, day) is open


def test_the_days_to_come_leave_out_those_when_nobody_is_there() -> None:
    turn = [date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 6)]
    assert [*coming(KASUMIGAHAMA, date(2026, 12, 28), 3)] == turn
    assert coming(KASUMIGAHAMA, date(2026, 11, 20), 1) == (date(2026, 11, 24),)


def test_the_towns_own_word_goes_before_the_calendar() -> None:
    closed, opened = date(2026, 12, 28), date(2026, 11, 21)
    town = KASUMIGAHAMA.model_copy(update={"closed": frozenset({closed}), "opened": frozenset({opened})})
    assert not working(town, closed)
    assert working(town, opened)
    assert coming(town, date(2026, 11, 20), 2) == (opened, date(2026, 11, 24))


def test_a_town_that_never_works_offers_no_day() -> None:
    closed = frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(800))
    assert coming(KASUMIGAHAMA.model_copy(update={"closed": closed}), date(2026, 11, 20), 5) == ()
