"""Turns: first come, first served, never later than told, by one row a town."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.journey.rush.turn import GOOD, Turn, given, held
from portal.storage.database import Database

TOWN, PEPPER = "990019", b"pepper"
SECOND = timedelta(seconds=1)


@pytest.mark.both_databases
def test_as_many_as_a_minute_allows_begin_at_once_and_the_others_one_after_another(
    database: Database, now: datetime
) -> None:
    with database.writing() as db:
        turns = [given(db, TOWN, 6, now).at - now for _ in range(10)]
        other = given(db, "990027", 6, now)
    assert [at <= timedelta() for at in turns] == [True] * 7 + [False] * 3
    assert turns[7:] == [10 * SECOND, 20 * SECOND, 30 * SECOND]
    assert other.come(now), "each town has its own"


@pytest.mark.both_databases
def test_who_comes_while_nobody_waits_begins_and_saves_nothing_up(database: Database, now: datetime) -> None:
    with database.writing() as db:
        for _ in range(10):
            given(db, TOWN, 6, now)
        later = now + timedelta(hours=1)
        turns = [given(db, TOWN, 6, later).come(later) for _ in range(10)]
    assert turns == [True] * 7 + [False] * 3


def test_a_place_is_told_in_people_and_minutes(now: datetime) -> None:
    turn = Turn(now + timedelta(seconds=61), 6)
    assert (turn.place(now), turn.minutes(now), turn.come(now)) == (7, 2, False)
    at = now + timedelta(seconds=61)
    assert (turn.place(at), turn.minutes(at), turn.come(at)) == (0, 0, True)


def test_a_ticket_is_good_until_a_day_after_its_turn(now: datetime) -> None:
    turn = Turn(now + SECOND, 6)
    ticket = turn.ticket(PEPPER, TOWN)
    assert held(ticket, PEPPER, TOWN, 6, now) == turn
    assert held(ticket, PEPPER, TOWN, 6, turn.at + GOOD - SECOND) == turn
    assert held(ticket, PEPPER, TOWN, 6, turn.at + GOOD) is None


def test_nobody_writes_a_ticket_for_themselves(now: datetime) -> None:
    ticket = Turn(now, 6).ticket(PEPPER, TOWN)
    told, _, mark = ticket.partition(".")
    earlier = f"{int(told) - 1}.{mark}"
    for wrong in (earlier, told, "", ".", f"-1.{mark}", f"{'9' * 16}.{mark}", f"１.{mark}"):
        assert held(wrong, PEPPER, TOWN, 6, now) is None
    assert held(ticket, PEPPER, "990027", 6, now) is None
    assert held(ticket, b"other", TOWN, 6, now) is None
