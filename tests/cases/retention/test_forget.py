"""Of a forgotten case nothing is left but its leaf in the log, and that leads to nobody."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Connection, MetaData, select, text

from portal.cases.case import Case, CaseRow
from portal.cases.course import events
from portal.cases.principal import invitation
from portal.cases.retention.forget import OWN_WAY, count, forget, tables
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import TOWN
from tests.cases.retention.given import case, kept

_c = rows(CaseRow).c
pytestmark = pytest.mark.both_databases


def everything(db: Connection) -> dict[str, str]:
    """Each table as one text."""
    told = MetaData()
    told.reflect(db.engine)
    return {table.name: str(db.execute(select(table)).all()) for table in told.sorted_tables}


def row_of(db: Connection, one: Case) -> object:
    """The row of a case."""
    return db.execute(select(rows(CaseRow)).where(_c.id == one.id)).one()


def test_nothing_of_it_is_left_anywhere(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        kept(db)
        one, other = case(db, keys, now), case(db, keys, now, phone="080")
        invitation.issue(db, keys, (TOWN, one.id), invitation.LINK, now)
        events.tell(db, one, events.ARRIVED, now)
    with database.reading() as db:
        before = {name for name, told in everything(db).items() if one.id in told or one.key in told}
        assert before >= {"cases", "files", "envelopes", "acknowledgements", "invitations", "case_events"}
    with database.writing() as db:
        forget(db, row_of(db, one), tables(db))  # type: ignore[arg-type]
    with database.reading() as db:
        after = everything(db)
    assert not [name for name, told in after.items() if one.id in told or one.key in told]
    assert all(other.id in after[name] for name in ("cases", "files", "envelopes", "acknowledgements"))


def test_a_table_nobody_thought_of_is_not_overlooked(database: Database) -> None:
    with database.writing() as db:
        assert "case_drawings" not in tables(db)
        db.execute(text("CREATE TABLE case_drawings (municipality VARCHAR, about VARCHAR)"))
        assert {"case_drawings", "envelopes", "principal_words"} <= {*tables(db)}
        assert not OWN_WAY.keys() & {*tables(db)}


def test_a_count_goes_up(database: Database) -> None:
    with database.writing() as db:
        for language in ("ja", "ja", "en"):
            count(db, TOWN, "kyufukin", "2026-11-24", language)
        counted = db.execute(text("SELECT language, count FROM forgotten_counts ORDER BY language")).all()
    assert [tuple(row) for row in counted] == [("en", 1), ("ja", 2)]
