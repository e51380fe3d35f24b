"""People: sealed names, roles that are known, and one administrator who stays."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.accounts.staff import person as people
from portal.accounts.staff.person import LastAdministrator
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.accounts.given import TOWN
from tests.accounts.staff.given import somebody


@pytest.mark.both_databases
def test_is_kept_and_found(database: Database, keys: Keys, now: datetime) -> None:
    person = somebody(database, keys, now, welfare=["clerk"])
    with database.reading() as db:
        assert people.by_id(db, keys, TOWN, person.id) == person
        assert people.everybody(db, keys, TOWN) == [person]
        assert people.by_id(db, keys, "990027", person.id) is None
        assert people.anybody(db, TOWN)
        assert not people.anybody(db, "990027")
    assert (person.name, person.joined, person.reach("reader")) == ("佐藤 恵", now, {"welfare"})


def test_the_name_is_sealed(database: Database, keys: Keys, now: datetime) -> None:
    somebody(database, keys, now)
    with database.reading() as db:
        assert "佐藤".encode() not in db.exec_driver_sql("SELECT sealed FROM staff").scalar_one()


@pytest.mark.both_databases
def test_one_who_looks_after_all_stays(database: Database, keys: Keys, now: datetime) -> None:
    first = somebody(database, keys, now)
    with pytest.raises(LastAdministrator), database.writing() as db:
        people.revoke(db, keys, first, now)
    with pytest.raises(LastAdministrator), database.writing() as db:
        people.give(db, keys, first, {"welfare": frozenset({"administrator"})})
    second = somebody(database, keys, now)
    with database.writing() as db:
        assert people.revoke(db, keys, first, now)
        assert not people.revoke(db, keys, first, now)
    with pytest.raises(LastAdministrator), database.writing() as db:
        people.revoke(db, keys, second, now)


def test_a_role_there_is_not_is_kept_by_nobody(database: Database, keys: Keys, now: datetime) -> None:
    person = people.new(TOWN, "x", {"welfare": frozenset({"king"})}, now)
    with pytest.raises(ValueError, match="king"), database.writing() as db:
        people.add(db, keys, person)
