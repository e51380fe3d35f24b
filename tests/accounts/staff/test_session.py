"""Sessions as they are kept. What a browser meets is in tests/desk/test_gate.py."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.accounts.staff import session
from portal.accounts.staff.session import DAY, REMEMBERED, REST, TURN, Left, Words
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.accounts.given import TOWN
from tests.accounts.staff.given import somebody


@pytest.mark.both_databases
def test_goes_on_by_numbers_that_this_house_made(database: Database, keys: Keys, now: datetime) -> None:
    person, later = somebody(database, keys, now), now + TURN
    with database.writing() as db:
        first = session.begin(db, keys, person, "browser", now)
        held = session.shown(db, keys, TOWN, first)
        assert held
        assert not session.due(keys, held, later - timedelta(seconds=1))
        second = session.due(keys, held, later)
        went_on = session.shown(db, keys, TOWN, second)
        assert went_on
        assert session.stale(went_on, now)
        session.touch(db, went_on, later)
        now_held, old = session.shown(db, keys, TOWN, second), session.shown(db, keys, TOWN, first)
        assert now_held
        assert old
        assert now_held.number == now_held.shown == 1
        assert not old.stolen("browser", later + timedelta(seconds=50))
        assert old.stolen("browser", later + timedelta(seconds=61))
        assert now_held.stolen("another", later)


def test_nothing_in_the_database_opens_one(database: Database, keys: Keys, now: datetime) -> None:
    person = somebody(database, keys, now)
    with database.writing() as db:
        token = session.begin(db, keys, person, "browser", now)
        row = db.exec_driver_sql("SELECT * FROM staff_sessions").one()
        assert token.rpartition(".")[2] not in map(str, row)
        for wrong in ("", ".", "..", f"{row.id}.0.", f"{row.id}.0.{row.browser}", f"{row.id}.٠.x", "a.99999999.b"):
            assert session.shown(db, keys, TOWN, wrong) is None
        assert session.shown(db, keys, "990027", token) is None


@pytest.mark.both_databases
def test_all_of_a_person_end_at_once(database: Database, keys: Keys, now: datetime) -> None:
    person, other = somebody(database, keys, now), somebody(database, keys, now)
    with database.writing() as db:
        mine = [session.begin(db, keys, person, "browser", now) for _ in range(3)]
        theirs = session.begin(db, keys, other, "browser", now)
        kept = session.shown(db, keys, TOWN, mine[0])
        assert kept
        assert session.end_all(db, person, now, but=kept.id) == 2
        holding = [held.holds(now) for one in (*mine, theirs) if (held := session.shown(db, keys, TOWN, one))]
    assert holding == [True, False, False, True]


def test_words_are_kept_sealed_and_go_with_their_session(database: Database, keys: Keys, now: datetime) -> None:
    person, words = somebody(database, keys, now), Words("/desk/x/staff", {"name": "田中"})
    with database.writing() as db:
        token = session.begin(db, keys, person, "browser", now)
        held = session.shown(db, keys, TOWN, token)
        assert held
        assert session.kept(keys, held) is None
        session.keep(db, keys, held, words)
        again = session.shown(db, keys, TOWN, token)
        assert again
        assert session.kept(keys, again) == words
        session.sweep(db, TOWN, now + DAY + REMEMBERED)
        assert session.shown(db, keys, TOWN, token)
        session.sweep(db, TOWN, now + DAY + REMEMBERED + timedelta(seconds=1))
        assert session.shown(db, keys, TOWN, token) is None


def test_tells_how_long_it_still_holds(database: Database, keys: Keys, now: datetime) -> None:
    person = somebody(database, keys, now)
    with database.writing() as db:
        held = session.shown(db, keys, TOWN, session.begin(db, keys, person, "browser", now))
    assert held
    rest, day = int(REST.total_seconds()), int(DAY.total_seconds())
    assert held.left(now) == Left(rest, day)
    assert held.left(now + timedelta(seconds=1.5)) == Left(rest - 2, day - 2)
    assert held.left(now + REST) == Left(0, 0)
