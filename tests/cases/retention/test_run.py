"""A day's work is noted as it is done, goes on where it was broken off, and can be read by an auditor."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from portal.cases.retention.run import DELETED, OPEN, begin, day_of, done, end, forgotten, runs
from portal.storage.database import Database
from tests.cases.given import TOWN


@pytest.mark.both_databases
def test_a_day_is_noted_as_it_goes(database: Database, now: datetime) -> None:
    with database.writing() as db:
        begin(db, TOWN, now)
        forgotten(db, TOWN, now, Counter({("kyufukin", DELETED): 2}))
        assert not done(db, TOWN, now)
        begin(db, TOWN, now + timedelta(hours=1))  # it was broken off
        forgotten(db, TOWN, now + timedelta(hours=1), Counter({("kyufukin", DELETED): 1, ("tax", DELETED): 1}))
        end(db, TOWN, now + timedelta(hours=2), Counter({("tax", OPEN): 5}))
        assert done(db, TOWN, now)
        assert not done(db, TOWN, now + timedelta(days=1))
        assert not done(db, "990027", now)
        (one,) = runs(db, TOWN)
    assert (one.day, one.began, one.ended) == ("2026-11-24", now, now + timedelta(hours=2))
    assert one.report == {("kyufukin", DELETED): 3, ("tax", DELETED): 1, ("tax", OPEN): 5}


def test_done_twice_it_tells_what_is_kept_once(database: Database, now: datetime) -> None:
    with database.writing() as db:
        for n in (5, 4):
            begin(db, TOWN, now)
            end(db, TOWN, now, Counter({("tax", OPEN): n}))
        begin(db, TOWN, now + timedelta(days=1))
        last, first = runs(db, TOWN)
    assert first.report == {("tax", OPEN): 4}
    assert (last.ended, last.report) == (None, {})


def test_the_day_is_that_of_japan(now: datetime) -> None:
    assert day_of(now.replace(hour=15)) == "2026-11-25"
