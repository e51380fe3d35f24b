"""Columns: a moment is the same moment on every database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select

from portal.storage.columns import Moment
from portal.storage.database import Database

MOMENTS = Table("moments", MetaData(), Column("id", Integer, primary_key=True), Column("at", Moment))


@pytest.mark.both_databases
def test_a_moment_comes_back_in_utc(database: Database) -> None:
    tokyo = datetime(2026, 11, 24, 10, 0, 0, 123000, tzinfo=timezone(timedelta(hours=9)))
    with database.writing() as db:
        MOMENTS.create(db)
        db.execute(insert(MOMENTS), [{"id": 1, "at": tokyo}, {"id": 2, "at": None}])
    with database.reading() as db:
        kept = [row.at for row in db.execute(select(MOMENTS).order_by(MOMENTS.c.id))]
    assert kept == [datetime(2026, 11, 24, 1, 0, 0, 123000, tzinfo=UTC), None]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(datetime(2026, 1, 1), None)  # type: ignore[arg-type]
