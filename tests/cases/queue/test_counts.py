"""Each queue's length, counted up to a bound, for the departments in reach."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

import pytest
from sqlalchemy import Connection

from portal.cases import turn
from portal.cases.arrival.acknowledgement import DESK, acknowledge
from portal.cases.case import change, opened
from portal.cases.queue import counts
from portal.cases.queue.counts import Counts, counting, given, longest, oldest
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN, plan, sent
from tests.cases.queue.test_listing import ALL, HOUR, filled, queue

pytestmark = pytest.mark.both_databases


def counted(db: Connection, **wanted: object) -> Counts:
    return counts.counts(db, queue(**wanted))


def test_every_queue_is_counted(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        cases = filled(db, keys, now)
        acknowledge(db, TOWN, cases["new"].id, DESK, now)
        found = counted(db, assignee="s1")
    assert found.turns == {
        turn.CALL: 1,
        turn.REPLY: 1,
        turn.FLAGGED: 1,
        turn.NEW: 2,
        turn.ON: 1,
        turn.ASKED: 1,
    }
    assert found.departments == {"residents": 3, "tax": 2, "welfare": 2}
    assert (found.flagged, found.mine, found.open) == (2, 2, 7)


def test_others_are_not_counted(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        filled(db, keys, now)
        tax = counted(db, departments=frozenset({"tax"}), assignee="s1")
        assert (sum(tax.turns.values()), tax.mine, {*tax.departments}) == (2, 0, {"tax"})
        for nothing in (counted(db, departments=frozenset()), counted(db, municipality="990027")):
            assert (sum(nothing.turns.values()), nothing.flagged, nothing.mine, nothing.open) == (0, 0, 0, 0)


def test_there_is_a_bound(database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "MOST", 3)
    with database.writing() as db:
        for n in range(5):
            opened(db, keys, sent(key=str(n)), now)
        assert counted(db).turns[turn.NEW] == 3


def test_the_longest_wait_for_somebody_to_have_it(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        assert longest(db, queue()) is None
        cases = filled(db, keys, now)
        assert longest(db, queue()) == now
        assert longest(db, queue(departments=frozenset({"tax"}))) == now + HOUR
        acknowledge(db, TOWN, cases["new"].id, DESK, now)
        assert longest(db, queue()) == now + HOUR


def test_every_query_goes_by_its_index(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        for n in range(30):
            change(db, TOWN, opened(db, keys, sent(key=str(n)), now).id, assignee="s1")
        statement = cast(Any, counting(len(ALL), 500)[0]).params(**given(queue(assignee="s1")))
        used = set(plan(db, statement))
        assert used == {"cases_turn", "cases_flagged", "cases_open", "cases_mine"}
        assert plan(db, oldest(TOWN, "tax")) == ["cases_open"]
