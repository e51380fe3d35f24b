"""One note for each mail of a batch, whoever comes first."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.cases.batch.mark import Mark, Office, newest, note
from portal.municipalities.delivery import Batch
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA

DAILY = Office(KASUMIGAHAMA, "welfare", Batch(kind="batch"))
WEEKLY = Office(KASUMIGAHAMA, "welfare", Batch(kind="batch", every="week"))


@pytest.mark.both_databases
def test_the_second_machine_finds_it_noted(database: Database, now: datetime) -> None:
    with database.writing() as db:
        assert newest(db, DAILY) is None
        assert note(db, DAILY, Mark(now, 1, 5, True)) is True
        assert note(db, DAILY, Mark(now, 1, 9)) is False
        assert note(db, DAILY, Mark(now, 2, 9)) is True
        assert note(db, WEEKLY, Mark(now, 1, 9)) is True
        assert newest(db, DAILY) == Mark(now, 2, 9)
        assert note(db, DAILY, Mark(now + timedelta(days=1), 1, 9)) is True
        assert newest(db, DAILY) == Mark(now + timedelta(days=1), 1, 9)
        assert newest(db, WEEKLY) == Mark(now, 1, 9)
