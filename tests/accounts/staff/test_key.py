"""Passkeys of the staff: whose they are, that one stays, that none is kept twice."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.accounts.staff import key
from portal.security.keys import Keys
from portal.security.passkey import Credential
from portal.storage.database import Database
from tests.accounts.given import TOWN
from tests.accounts.staff.given import somebody

FIRST, SECOND = Credential(b"\x00first", b"half", 0), Credential(b"second\xff", b"half", 3)


@pytest.mark.both_databases
def test_is_found_by_the_id_browsers_write(database: Database, keys: Keys, now: datetime) -> None:
    person = somebody(database, keys, now)
    with database.writing() as db:
        key.keep(db, keys, person, (FIRST, "窓口のパソコン"), now)
        found = key.by_id(db, keys, TOWN, key.written(FIRST.id))
        assert found
        assert (found.credential, found.name, found.staff, found.used) == (FIRST, "窓口のパソコン", person.id, None)
        key.use(db, found, 7, now)
        [used] = key.of_person(db, keys, person)
        assert (used.credential.counter, used.used) == (7, now)
        assert key.by_id(db, keys, "990027", found.id) is None


@pytest.mark.both_databases
def test_one_stays(database: Database, keys: Keys, now: datetime) -> None:
    person = somebody(database, keys, now)
    with database.writing() as db:
        key.keep(db, keys, person, (FIRST, "a"), now)
        with pytest.raises(key.LastKey):
            key.remove(db, person, key.written(FIRST.id))
        key.keep(db, keys, person, (SECOND, "b"), now)
        assert not key.remove(db, person, "another's")
        assert key.remove(db, person, key.written(FIRST.id))
        assert [one.name for one in key.of_person(db, keys, person)] == ["b"]
        assert key.forget(db, person) == 1


def test_is_kept_for_one_person_only(database: Database, keys: Keys, now: datetime) -> None:
    person, other = somebody(database, keys, now), somebody(database, keys, now)
    with database.writing() as db:
        key.keep(db, keys, person, (FIRST, "a"), now)
        for one in (person, other):
            with pytest.raises(key.Taken):
                key.keep(db, keys, one, (FIRST, "b"), now)
