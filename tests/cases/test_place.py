"""A place is given once, whatever becomes of the case that had it."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import delete, select

from portal.cases import place
from portal.cases.case import CaseRow, opened
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import TOWN, sent

_c = rows(CaseRow).c


@pytest.mark.both_databases
def test_the_place_of_a_forgotten_case_stays_given(database: Database, keys: Keys, now: datetime) -> None:
    def places() -> list[int]:
        return sorted(db.scalars(select(_c.place)).all())

    with database.writing() as db:
        for n in range(3):
            opened(db, keys, sent(key=f"d{n}"), now)
        assert places() == [1, 2, 3]
        for forgotten in (3, 2):
            db.execute(delete(rows(CaseRow)).where(_c.place == forgotten))
            place.forget(db, TOWN, forgotten)
        opened(db, keys, sent(key="next"), now)
        opened(db, keys, sent(key="elsewhere", municipality="990027"), now)
        assert places() == [1, 1, 4]
