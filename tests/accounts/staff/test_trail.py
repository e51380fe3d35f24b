"""The trail: it only grows, and whoever changes it by the database alone is caught."""

from __future__ import annotations

import hmac
import json
import os
from dataclasses import asdict
from datetime import datetime
from threading import Thread

import pytest
from sqlalchemy import Connection

from portal.accounts.staff import trail
from portal.accounts.staff.trail import LISTED, LOOKED, Entry
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.accounts.given import TOWN

EVERYTHING = frozenset("*")


def grown(db: Connection, keys: Keys, now: datetime, town: str = TOWN, count: int = 4) -> None:
    """Some entries."""
    for n in range(count):
        trail.add(db, keys, town, Entry(now, LOOKED, f"staff{n % 2}", ("welfare", "care")[n % 2], f"case{n}", "case"))


@pytest.mark.both_databases
def test_is_whole_as_it_was_written(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        assert trail.broken(db, keys, TOWN) is None
        grown(db, keys, now)
        grown(db, keys, now, "990027", 2)
        assert trail.broken(db, keys, TOWN) is None
        assert [one.place for one in trail.newest(db, TOWN, EVERYTHING)] == [3, 2, 1, 0]
        assert [one.place for one in trail.newest(db, TOWN, EVERYTHING, before=2)] == [1, 0]
        assert [one.case for one in trail.newest(db, TOWN, frozenset({"care"}))] == ["case3", "case1"]
        assert trail.newest(db, TOWN, frozenset()) == []
        assert [one.staff for one in trail.of_case(db, TOWN, "case2")] == ["staff0"]


MUTATIONS = {
    "who it was": ("UPDATE staff_trail SET staff = 'x' WHERE place = 2", 2),
    "when": ("UPDATE staff_trail SET at = at + 1 WHERE place = 0", 0),
    "which case": ("UPDATE staff_trail SET \"case\" = 'case9' WHERE place = 3", 3),
    "which department": ("UPDATE staff_trail SET department = '' WHERE place = 1", 1),
    "what was done": ("UPDATE staff_trail SET kind = 'came' WHERE place = 1", 1),
    "on which page": ("UPDATE staff_trail SET page = '' WHERE place = 1", 1),
    "to whom": ("UPDATE staff_trail SET other = 'x' WHERE place = 1", 1),
    "how many were shown": ("UPDATE staff_trail SET shown = 1 WHERE place = 1", 1),
    "its mark": ("UPDATE staff_trail SET mark = (SELECT mark FROM staff_trail WHERE place = 0) WHERE place = 1", 1),
    "one from the middle": ("DELETE FROM staff_trail WHERE place = 1", 1),
    "the newest": ("DELETE FROM staff_trail WHERE place = 3", 3),
    "all": ("DELETE FROM staff_trail", 0),
    "the head": ("DELETE FROM staff_trail_heads", 4),
    "the newest, and the head moved": (
        "DELETE FROM staff_trail WHERE place = 3;"
        "UPDATE staff_trail_heads SET size = 3, last = (SELECT mark FROM staff_trail WHERE place = 2)",
        3,
    ),
    "two, swapped": (
        "UPDATE staff_trail SET place = 9 WHERE place = 1; UPDATE staff_trail SET place = 1 WHERE place = 2;"
        "UPDATE staff_trail SET place = 2 WHERE place = 9",
        1,
    ),
}


@pytest.mark.both_databases
@pytest.mark.parametrize(("change", "place"), MUTATIONS.values(), ids=MUTATIONS.keys())
def test_a_change_is_caught(database: Database, keys: Keys, now: datetime, change: str, place: int) -> None:
    with database.writing() as db:
        grown(db, keys, now)
        for statement in change.split(";"):
            db.exec_driver_sql(statement)
        assert trail.broken(db, keys, TOWN) == place


def test_one_written_with_another_key_is_caught(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        grown(db, keys, now)
        trail.add(db, Keys({1: os.urandom(32)}, keys.pepper), TOWN, Entry(now, LOOKED, "x"))
        assert trail.broken(db, keys, TOWN) == 4


@pytest.mark.both_databases
def test_several_are_added_at_once_with_how_many_were_shown(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        trail.add(db, keys, TOWN, *(Entry(now, LISTED, "x", one, shown=n) for one, n in (("care", 3), ("welfare", 22))))
        assert trail.broken(db, keys, TOWN) is None
        found = trail.newest(db, TOWN, EVERYTHING)
    assert [(one.department, one.shown) for one in found] == [("welfare", 22), ("care", 3)]


def test_what_was_marked_before_lists_were_kept_is_still_whole(database: Database, keys: Keys, now: datetime) -> None:
    entry = Entry(now, LOOKED, "x", "care", "case1", "case")
    told = {**asdict(entry), "at": int(now.timestamp() * 1000), "place": 0}
    del told["shown"]
    key = keys.seeds(f"trail:{TOWN}")[0]
    with database.writing() as db:
        trail.add(db, keys, TOWN, entry)
        mark = hmac.digest(key, json.dumps(told, sort_keys=True).encode(), "sha256")
        assert trail.head(db, TOWN) == (1, mark)


@pytest.mark.both_databases
def test_a_head_of_before_is_still_there_unless_somebody_began_anew(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        assert trail.head(db, TOWN) == (0, b"")
        grown(db, keys, now)
        older = trail.head(db, TOWN)
        grown(db, keys, now)
        assert older.size == 4
        assert trail.grew(db, TOWN, older)
        assert trail.grew(db, TOWN, trail.Head())
        for table in ("staff_trail", "staff_trail_heads"):
            db.exec_driver_sql(f"DELETE FROM {table}")
        assert not trail.grew(db, TOWN, older)
        grown(db, keys, now.replace(year=2027), count=8)
        assert trail.broken(db, keys, TOWN) is None, "whoever has the keys can write all of it anew"
        assert not trail.grew(db, TOWN, older)


def test_goes_on_when_the_keys_are_changed(database: Database, now: datetime) -> None:
    old, new = os.urandom(32), os.urandom(32)
    with database.writing() as db:
        grown(db, Keys({1: old}, b"pepper"), now)
        changed = Keys({1: old, 2: new}, b"pepper")
        grown(db, changed, now)
        assert trail.broken(db, changed, TOWN) is None
        assert trail.broken(db, Keys({1: old}, b"pepper"), TOWN) == 4


@pytest.mark.both_databases
def test_no_place_is_given_twice(database: Database, keys: Keys, now: datetime) -> None:
    def work() -> None:
        for _ in range(5):
            with database.writing() as db:
                grown(db, keys, now, count=1)

    workers = [Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with database.reading() as db:
        assert len(trail.newest(db, TOWN, EVERYTHING)) == 20
        assert trail.broken(db, keys, TOWN) is None
