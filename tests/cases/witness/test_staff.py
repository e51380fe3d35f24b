"""The head of the staff's trail, which lies outside the office."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.accounts.staff import trail
from portal.accounts.staff.trail import LOOKED, Entry
from portal.cases.witness import staff
from portal.consent import log
from portal.consent.checkpoint import Unreadable, Unsigned
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN
from tests.consent.given import sealed


def test_it_is_read_as_it_was_signed(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        assert staff.note(db, keys, TOWN) == ""
        trail.add(db, keys, TOWN, Entry(now, LOOKED, "x"), Entry(now, LOOKED, "y"))
        note = staff.note(db, keys, TOWN)
        assert staff.read(keys, TOWN, note) == trail.head(db, TOWN)
    with pytest.raises(Unsigned):
        staff.read(keys, TOWN, note.replace("\n2\n", "\n3\n"))
    with pytest.raises(Unsigned):
        staff.read(keys, "990027", note)


def test_the_head_of_the_consents_is_another(database: Database, keys: Keys) -> None:
    with database.writing() as db:
        sealed(db, keys)
        note = log.checkpoint(keys, TOWN, log.head(db, TOWN))
    with pytest.raises(Unreadable):
        staff.read(keys, TOWN, note)
