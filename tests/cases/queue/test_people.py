"""The home page of the desk shows people: who waits, who is stuck, who has gone silent; of one's own departments."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.cases.case import stands
from portal.cases.queue import people
from portal.cases.queue.listing import Queue
from portal.cases.queue.people import MOST, SILENCE, longest, silent, stuck
from portal.cases.talk import replies
from portal.cases.talk.replies import Reply
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN
from tests.cases.work.given import DOUBT, HOUR, case, whose

pytestmark = pytest.mark.both_databases
MINE = Queue(municipality=TOWN, departments=frozenset({"welfare"}))
BOTH = Queue(municipality=TOWN, departments=frozenset({"welfare", "residents"}), limit=1, status="accepted")
DAY = timedelta(days=1)


def keys_of(found: list[people.Waiting]) -> list[str]:
    return [one.case.key for one in found]


def test_who_waits_longest_waits_for_the_office(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case(db, keys, now, key="third")
        on, asked, wrote, done = (case(db, keys, now - DAY, key=key) for key in ("second", "asked", "fourth", "done"))
        case(db, keys, now - 2 * DAY, key="first", department="residents")
        for one, status in ((on, "checking"), (asked, "asked"), (wrote, "asked"), (done, "accepted")):
            stands(db, one, status, now)
        replies.write(db, keys, whose(wrote), Reply("r1", now + HOUR, "送ります。"))
        assert keys_of(longest(db, keys, MINE)) == ["second", "third", "fourth"]
        assert keys_of(longest(db, keys, BOTH)) == ["first", "second", "third", "fourth"]
        assert [one.since for one in longest(db, keys, MINE)] == [now - DAY, now, now + HOUR]
        assert longest(db, keys, Queue(municipality="990027", departments=MINE.departments)) == []


def test_of_many_only_the_first_are_shown(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        for n in range(MOST + 2):
            stands(db, case(db, keys, now + HOUR * n, key=str(n)), "received" if n % 2 else "checking", now + DAY)
        assert keys_of(longest(db, keys, MINE)) == ["0", "1", "2", "3", "4"]


def test_who_is_stuck_is_told_with_the_answer(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case(db, keys, now, key="clean")
        case(db, keys, now, key="doubtful", flags=(DOUBT, DOUBT))
        stands(db, case(db, keys, now, key="on", flags=(DOUBT,)), "checking", now)
        assert [(one.case.key, one.about, one.since) for one in stuck(db, keys, MINE)] == [("doubtful", ("名前",), now)]


def test_who_has_not_answered_for_long_went_silent(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        for key, ago in (("long", SILENCE), ("lately", SILENCE - HOUR)):
            stands(db, case(db, keys, now - 30 * DAY, key=key), "asked", now - ago)
        assert keys_of(silent(db, keys, MINE, now)) == ["long"]
        assert [one.since for one in silent(db, keys, MINE, now)] == [now - SILENCE]
        assert keys_of(silent(db, keys, MINE, now + HOUR)) == ["long", "lately"]
