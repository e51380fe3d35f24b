"""Tries: few within a window, counted by town, forgotten after it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from portal.storage.database import Database, rows
from portal.storage.tries import Limit, TryRow, sweep, tried, untried

LIMIT = Limit(2, timedelta(minutes=15))


@pytest.mark.both_databases
def test_the_third_try_is_one_too_many_until_the_window_has_passed(database: Database, now: datetime) -> None:
    with database.writing() as db:
        given = [tried(db, "990019", "status:1.2.3.4", LIMIT, now) for _ in range(3)]
        later = tried(db, "990019", "status:1.2.3.4", LIMIT, now + timedelta(minutes=16))
        elsewhere = tried(db, "990027", "status:1.2.3.4", LIMIT, now)
    assert given == [True, True, False]
    assert later
    assert elsewhere


@pytest.mark.both_databases
def test_a_try_that_was_no_guess_is_taken_back_and_no_other(database: Database, now: datetime) -> None:
    with database.writing() as db:
        for _ in range(5):
            assert tried(db, "990019", "a", LIMIT, now)
            untried(db, "990019", "a")
        assert [tried(db, town, "a", LIMIT, now) for town in ("990019", "990027")] == [True, True]
        untried(db, "990019", "b")
        assert [tried(db, "990019", "a", LIMIT, now) for _ in range(2)] == [True, False]


def test_old_tries_are_swept_away(database: Database, now: datetime) -> None:
    with database.writing() as db:
        tried(db, "990019", "a", LIMIT, now)
        sweep(db, "990019", now + timedelta(hours=1))
        assert db.execute(select(func.count()).select_from(rows(TryRow))).scalar_one() == 0
