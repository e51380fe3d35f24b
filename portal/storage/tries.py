"""Tries: few per code and per address, counted in the database so that a restart forgives nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Index, delete, func, insert, select
from sqlmodel import Field, SQLModel

from portal.security.tokens import new_id
from portal.storage.columns import Moment
from portal.storage.database import rows


class TryRow(SQLModel, table=True):
    """One try; `who` is an HMAC, so that the row names nobody."""

    __tablename__ = "tries"
    __table_args__ = (
        Index("tries_who", "municipality", "who", "at"),
        Index("tries_at", "municipality", "at"),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    who: str
    at: datetime = Field(sa_type=Moment)


_tries = rows(TryRow)


@dataclass(frozen=True)
class Limit:
    """At most `most` tries within `window`."""

    most: int
    window: timedelta


PER_ADDRESS = Limit(20, timedelta(minutes=15))
PER_NUMBER = Limit(5, timedelta(minutes=15))


def tried(db: Connection, municipality: str, who: str, limit: Limit, now: datetime) -> bool:
    """Count one more try by or of `who` (a fingerprint, never a name); False when there have been too many."""
    where = (_tries.c.municipality == municipality, _tries.c.who == who, _tries.c.at > now - limit.window)
    if db.execute(select(func.count()).select_from(_tries).where(*where)).scalar_one() >= limit.most:
        return False
    db.execute(insert(_tries).values(municipality=municipality, id=new_id(), who=who, at=now))
    return True


def untried(db: Connection, municipality: str, who: str) -> None:
    """Take the last try of `who` back: only wrong ones count."""
    last = select(func.max(_tries.c.id)).where(_tries.c.municipality == municipality, _tries.c.who == who)
    db.execute(delete(_tries).where(_tries.c.municipality == municipality, _tries.c.id == last.scalar_subquery()))


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget tries older than the longest window."""
    old = now - max(PER_ADDRESS.window, PER_NUMBER.window)
    db.execute(delete(_tries).where(_tries.c.municipality == municipality, _tries.c.at < old))
