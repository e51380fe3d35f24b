"""Who did what about a case is told in order, of that case alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from portal.cases.work import deeds
from portal.cases.work.deeds import CaseDeedRow, Deed
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import TOWN, plan
from tests.cases.work.given import HOUR, act, case

pytestmark = pytest.mark.both_databases


def test_deeds_come_back_in_their_order(database: Database, keys: Keys, now: datetime) -> None:
    table = rows(CaseDeedRow)
    with database.writing() as db:
        one, other = (act(case(db, keys, now, key=key), now) for key in ("one", "other"))
        deeds.note(db, replace(one, by="s2", now=one.now + HOUR), deeds.CHECKED, flags=2)
        deeds.note(db, one, deeds.ASSIGNED, to="s2", before="")
        assert deeds.of_case(db, TOWN, one.id) == [
            Deed(one.now, "s1", deeds.ASSIGNED, {"to": "s2", "before": ""}),
            Deed(one.now + HOUR, "s2", deeds.CHECKED, {"flags": 2}),
        ]
        assert deeds.of_case(db, TOWN, other.id) == deeds.of_case(db, "990027", one.id) == []
        mine = select(table).where(table.c.municipality == TOWN, table.c.about == one.id)
        assert plan(db, mine.order_by(table.c.at, table.c.id), "case_deeds") == ["case_deeds_about"]
