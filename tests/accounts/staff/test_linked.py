"""Accounts elsewhere: by issuer and subject, one for each person, one person for each."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.accounts.staff import linked
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.accounts.given import TOWN
from tests.accounts.staff.given import somebody


@pytest.mark.both_databases
def test_one_for_each_person(database: Database, keys: Keys, now: datetime) -> None:
    person, other = somebody(database, keys, now), somebody(database, keys, now)
    first, second = (linked.subject_of(keys, "https://login.example", it) for it in ("1", "2"))
    with database.writing() as db:
        linked.link(db, person, first, now)
        assert linked.whose(db, TOWN, first) == person.id
        assert linked.whose(db, "990027", first) is None
        with pytest.raises(linked.Taken):
            linked.link(db, other, first, now)
        linked.link(db, person, second, now)
        assert linked.whose(db, TOWN, first) is None
        assert linked.linked(db, person)
        assert linked.unlink(db, person)
        assert not linked.linked(db, person)


def test_the_same_subject_of_another_issuer_is_somebody_else(keys: Keys) -> None:
    assert linked.subject_of(keys, "https://a.example", "1") != linked.subject_of(keys, "https://b.example", "1")
