"""Changes: each is a version, nothing is written over, and of two who change one part at once one does."""

from __future__ import annotations

from datetime import datetime
from threading import Barrier, Thread

import pytest

from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change, Overtaken
from portal.storage.database import Database

pytestmark = pytest.mark.both_databases
HERE, THERE = "990019", "990027"


def put(database: Database, part: str, seen: int, now: datetime, town: str = HERE, **values: str) -> Change:
    """A change that is kept."""
    with database.writing() as db:
        return changes.keep(db, town, Change(part, values, at=now, staff="me"), seen)


def test_each_part_has_its_versions(database: Database, now: datetime) -> None:
    assert put(database, "contacts", 0, now, phone="1").version == 1
    assert put(database, "days", 0, now, closed="x").version == 2
    assert put(database, "contacts", 1, now, phone="2").version == 3
    put(database, "contacts", 0, now, THERE, phone="9")
    with database.reading() as db:
        assert changes.newest(db, HERE, "contacts") == Change("contacts", {"phone": "2"}, 3, now, "me")
        assert changes.before(db, HERE, "contacts", 3).values == {"phone": "1"}
        assert changes.before(db, HERE, "contacts", 1) == Change("contacts", {})
        assert {part: one.version for part, one in changes.parts(db, HERE).items()} == {"contacts": 3, "days": 2}
        assert [one.version for one in changes.history(db, HERE, 2)] == [3, 2]
        assert [one.version for one in changes.history(db, HERE, 2, 2)] == [1]
        assert changes.numbers(db) == {HERE: 3, THERE: 1}


def test_whoever_has_not_seen_the_newest_is_told_of_it(database: Database, now: datetime) -> None:
    put(database, "contacts", 0, now, phone="1")
    with pytest.raises(Overtaken) as told:
        put(database, "contacts", 0, now, phone="2")
    assert told.value.newest.values == {"phone": "1"}


def test_of_two_at_the_same_moment_one_does_it(database: Database, now: datetime) -> None:
    barrier, won = Barrier(2), list[str]()

    def press(phone: str) -> None:
        barrier.wait()
        try:
            put(database, "contacts", 0, now, phone=phone)
            won.append(phone)
        except Overtaken:
            pass

    both = [Thread(target=press, args=(phone,)) for phone in ("1", "2")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    with database.reading() as db:
        assert [one.values["phone"] for one in changes.history(db, HERE, 9)] == won
