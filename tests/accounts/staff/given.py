"""Somebody of a town's staff."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from portal.accounts.staff import person as people
from portal.accounts.staff.person import Person
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.accounts.given import TOWN


def somebody(database: Database, keys: Keys, now: datetime, name: str = "佐藤 恵", **roles: Iterable[str]) -> Person:
    """A person who is in; by default somebody who looks after the staff of the whole town."""
    held = {one: frozenset(given) for one, given in roles.items()} or {"*": frozenset({"administrator"})}
    person = people.new(TOWN, name, held, now)
    with database.writing() as db:
        people.add(db, keys, person)
        people.join(db, person, now)
        found = people.by_id(db, keys, TOWN, person.id)
    assert found
    return found
