"""Columns: a moment is the same moment on every database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert, select
from sqlmodel import Field, SQLModel

from portal.storage.columns import Moment
from portal.storage.database import Database, rows


class MomentRow(SQLModel, table=True):
    """A table of this test."""

    __tablename__ = "test_moments"
    id: int = Field(primary_key=True)
    at: datetime | None = Field(sa_type=Moment, nullable=True)


@pytest.mark.both_databases
def test_a_moment_comes_back_in_utc(database: Database) -> None:
    table = rows(MomentRow)
    tokyo = datetime(2026, 11, 24, 10, 0, 0, 123000, tzinfo=timezone(timedelta(hours=9)))
    with database.writing() as db:
        db.execute(insert(table), [{"id": 1, "at": tokyo}, {"id": 2, "at": None}])
    with database.reading() as db:
        kept = [row.at for row in db.execute(select(table).order_by(table.c.id))]
    assert kept == [datetime(2026, 11, 24, 1, 0, 0, 123000, tzinfo=UTC), None]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(datetime(2026, 1, 1), None)  # type: ignore[arg-type]
