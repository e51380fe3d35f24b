"""Invitations: hashed, once, for three days. How pages tell of them is in tests/desk."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.accounts.staff import invitation
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.accounts.given import TOWN
from tests.accounts.staff.given import somebody


@pytest.mark.both_databases
def test_is_used_once(database: Database, keys: Keys, now: datetime) -> None:
    person = somebody(database, keys, now)
    with database.writing() as db:
        token = invitation.invite(db, person, now)
        assert invitation.invited(db, TOWN, token, now) == person.id
        assert invitation.invited(db, "990027", token, now) is None
        assert invitation.waiting(db, TOWN, now) == {person.id}
        assert invitation.use(db, TOWN, token, now)
        assert not invitation.use(db, TOWN, token, now)
        assert invitation.invited(db, TOWN, token, now) is None
        assert invitation.waiting(db, TOWN, now) == frozenset()


def test_only_its_hash_is_kept(database: Database, keys: Keys, now: datetime) -> None:
    person = somebody(database, keys, now)
    with database.writing() as db:
        token = invitation.invite(db, person, now)
        kept = db.exec_driver_sql("SELECT * FROM staff_invitations").one()
    assert token not in map(str, kept)


def test_is_forgotten_after_its_days(database: Database, keys: Keys, now: datetime) -> None:
    person = somebody(database, keys, now)
    with database.writing() as db:
        invitation.invite(db, person, now)
        invitation.sweep(db, TOWN, now + timedelta(days=4))
        assert db.exec_driver_sql("SELECT count(*) FROM staff_invitations").scalar_one() == 1
        invitation.sweep(db, TOWN, now + timedelta(days=7))
        assert db.exec_driver_sql("SELECT count(*) FROM staff_invitations").scalar_one() == 0
