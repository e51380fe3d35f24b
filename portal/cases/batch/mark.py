"""Where a batch stands: which mails of it were posted, and up to which case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.municipalities import Municipality
from portal.municipalities.delivery import Batch
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared


class BatchRow(SQLModel, table=True):
    """A mail of a batch was posted: `part` counts those of one period from 1, `place` is that of its last case, `more`
    says whether another has to follow.
    """

    __tablename__ = "batches"
    municipality: str = Field(primary_key=True)
    department: str = Field(primary_key=True)
    every: str = Field(primary_key=True)
    due: datetime = Field(primary_key=True, sa_type=Moment)
    part: int = Field(primary_key=True)
    place: int = Field(sa_type=BigInteger)
    more: bool


@dataclass(frozen=True)
class Office:
    """The department of a town that a batch is for."""

    town: Municipality
    department: str
    batch: Batch


@dataclass(frozen=True)
class Mark:
    """One mail of a batch: for which period, its part, the place of its last case, and whether more follow."""

    due: datetime
    part: int
    place: int
    more: bool = False


def about(department: str, every: str) -> str:
    """What the mails of a batch are about, for the outbox."""
    return f"batch:{department}:{every}"


_batches = rows(BatchRow)
_b = _batches.c


def newest(db: Connection, office: Office) -> Mark | None:
    """The last mail that was posted."""
    mine = (_b.municipality == office.town.code, _b.department == office.department, _b.every == office.batch.every)
    last = select(_b.due, _b.part, _b.place, _b.more).where(*mine).order_by(_b.due.desc(), _b.part.desc()).limit(1)
    row = db.execute(last).one_or_none()
    return Mark(*row) if row else None


def note(db: Connection, office: Office, mark: Mark) -> bool:
    """Note that this mail is posted; False when another machine was first."""
    of = {"municipality": office.town.code, "department": office.department, "every": office.batch.every}
    values = {"due": milliseconds(mark.due), "part": mark.part, "place": mark.place, "more": mark.more}
    return _insert(db.dialect.name).run(db, of | values).fetchone() is not None


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _b}
    return Prepared(insert(_batches).values(values).on_conflict_do_nothing().returning(_b.part))
