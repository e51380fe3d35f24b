"""The turn of a case says who waits, a call before an answer, since the first of them."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.cases import turn
from portal.cases.talk import replies
from portal.cases.talk.replies import Reply
from portal.cases.talk.waiting import settle
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.work.given import DOUBT, HOUR, again, case, whose

pytestmark = pytest.mark.both_databases


def test_whoever_waits_has_waited_since_the_first_word(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        for n in (1, 2):
            replies.write(db, keys, whose(one), Reply(f"r{n}", now + HOUR * n, "?"))
        waits = again(db, keys, one)
    assert (waits.turn, waits.turned) == (turn.REPLY, now + HOUR)


def test_where_nobody_waits_nothing_changes(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, flags=(DOUBT,))
        settle(db, one, now + HOUR)
        after = again(db, keys, one)
    assert (after.turn, after.turned) == (turn.FLAGGED, now)
