"""Towns as they stand: the file's, with what was changed; the log tells what does not fit."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change
from portal.municipalities.own.standing import standing
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA as FILE


def test_a_town_that_changed_nothing_is_its_file(database: Database) -> None:
    with database.reading() as db:
        assert standing(db, {"kasumigahama": FILE})["kasumigahama"] is FILE


def test_what_fits_counts_and_what_does_not_is_told(
    database: Database, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    with database.writing() as db:
        changes.keep(db, FILE.code, Change("contacts", {"phone": "1"}, at=now), 0)
        changes.keep(db, FILE.code, Change("departments.welfare", {"limit": 0}, at=now), 0)
    with database.reading() as db:
        town = standing(db, {"kasumigahama": FILE})["kasumigahama"]
    assert (town.phone, town.version, town.departments["welfare"].limit) == ("1", 2, 24)
    assert "kasumigahama changed departments.welfare, which does not fit its file" in caplog.text
