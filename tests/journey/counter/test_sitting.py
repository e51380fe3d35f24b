"""A sitting holds a draft as long as the clerk is in, or the resident has the screen; then nothing opens it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select

from portal.accounts.staff import person as people
from portal.accounts.staff import session as sessions
from portal.accounts.staff.session import DAY, REST, Session
from portal.journey.counter import sitting as sittings
from portal.journey.counter.sitting import CLOSED, ENDED, HANDED, LASTS, LENT, OPEN, TAKEN, Sitting, SittingRow
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.journey.given import begun

TOWN = "990019"


def inside(db: Connection, keys: Keys, now: datetime) -> Session:
    """A session of somebody who is in."""
    clerk = people.new(TOWN, "田中 一郎", {"welfare": frozenset({"clerk"})}, now)
    people.add(db, keys, clerk)
    token = sessions.begin(db, keys, clerk, "browser", now)
    found = sessions.shown(db, keys, TOWN, token)
    assert found
    return found


def began(db: Connection, keys: Keys, now: datetime) -> tuple[Session, Sitting]:
    """A sitting that has just begun."""
    session = inside(db, keys, now)
    return session, sittings.begin(db, begun(db, now), session, now)


@pytest.mark.both_databases
def test_its_token_alone_opens_it(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        _, at = began(db, keys, now)
        other = begun(db, now)
        assert sittings.shown(db, keys, TOWN, at.held, now) == at
        for held in (at.id, f"{at.id}.{other.token}", f"x.{at.token}", ""):
            assert sittings.shown(db, keys, TOWN, held, now) is None
        assert sittings.shown(db, keys, "990027", at.held, now) is None
        row = str(db.execute(select(rows(SittingRow))).one()._mapping)
        assert at.token not in row


def test_it_ends_with_the_session_unless_the_screen_is_the_residents(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        _, at = began(db, keys, now)
        rested = now + REST
        closed = sittings.shown(db, keys, TOWN, at.held, rested)
        assert closed
        assert closed.stage == CLOSED
        sittings.stand(db, at, LENT, now)
        assert sittings.shown(db, keys, TOWN, at.held, rested)
        assert sittings.shown(db, keys, TOWN, at.held, now + LASTS) is None


def test_whoever_is_revoked_holds_nothing(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        _, at = began(db, keys, now)
        clerk = people.by_id(db, keys, TOWN, at.staff)
        assert clerk
        people.revoke(db, keys, clerk, now)
        assert sittings.shown(db, keys, TOWN, at.held, now) is None


@pytest.mark.parametrize("stage", [HANDED, TAKEN, ENDED])
def test_handed_over_or_left_it_opens_nothing_here(database: Database, keys: Keys, now: datetime, stage: str) -> None:
    with database.writing() as db:
        _, at = began(db, keys, now)
        sittings.stand(db, at, stage, now)
        assert sittings.shown(db, keys, TOWN, at.held, now) is None


def test_the_next_one_ends_the_one_before(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        session, first = began(db, keys, now)
        second = sittings.begin(db, begun(db, now), session, now)
        assert sittings.shown(db, keys, TOWN, first.held, now) is None
        newest = sittings.newest(db, session, now)
        assert newest
        assert newest.id == second.id
        sittings.sweep(db, TOWN, now + DAY + timedelta(seconds=1))
        assert db.execute(select(func.count()).select_from(rows(SittingRow))).scalar_one() == 0


def test_the_same_clerk_goes_on_in_the_session_they_came_in_anew_by(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        before, at = began(db, keys, now)
        clerk = people.by_id(db, keys, TOWN, at.staff)
        assert clerk
        later = now + timedelta(hours=3)
        after = sessions.shown(db, keys, TOWN, sessions.begin(db, keys, clerk, "browser", later))
        assert after
        sittings.go_on(db, before, after)
        shown = sittings.shown(db, keys, TOWN, at.held, later)
        assert shown
        assert (shown.session, shown.stage) == (after.id, OPEN)


def test_a_session_that_somebody_ended_opens_nothing(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        session, at = began(db, keys, now)
        sessions.end(db, session, now)
        assert sittings.shown(db, keys, TOWN, at.held, now) is None
