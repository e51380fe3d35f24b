"""Published: a version once served can be told again when its file is gone."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from portal.catalogue.offered import Catalogue
from portal.catalogue.published import VersionRow, every, keep, recalled
from portal.catalogue.version import Version
from portal.storage.database import Database, rows
from tests.catalogue.given import service

VERSION = Version.of("990019", "cash", date(2026, 4, 1), service(deadline=date(2027, 3, 31)))


@pytest.mark.both_databases
def test_a_version_comes_back_word_for_word(database: Database) -> None:
    with database.writing() as db:
        keep(db, Catalogue([VERSION]))
        keep(db, Catalogue([VERSION]))
        again = recalled(db, "990019", VERSION.hash)
        assert db.execute(select(func.count()).select_from(rows(VersionRow))).scalar_one() == 1
        assert recalled(db, "990027", VERSION.hash) is None
    assert again is not None
    assert (again.hash, again.source) == (VERSION.hash, VERSION.source)


def test_every_version_of_a_town_is_known_by_its_service(database: Database) -> None:
    older = Version.of("990019", "cash", date(2025, 4, 1), service())
    elsewhere = Version.of("990027", "cash", date(2025, 4, 1), service())
    with database.writing() as db:
        keep(db, Catalogue([VERSION, older, elsewhere]))
        found = every(db, "990019")
    assert {service: {one.hash for one in versions} for service, versions in found.items()} == {
        "cash": {VERSION.hash, older.hash}
    }
