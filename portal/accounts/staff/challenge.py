"""Challenges: what a passkey signs to come in. Each holds for some minutes and is answered once.

Nothing is kept of one that was only shown: it carries its moment and a mark that this house alone can make. What is
kept is which ones were answered, until their time is over.
"""

from __future__ import annotations

import hmac
import os
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Index, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.security.keys import Keys
from portal.storage.columns import EPOCH, MILLISECOND, Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

LASTS = timedelta(minutes=30)
"""A page to come in by may stand open for that long before its button is pressed."""
NONCE, TIME, MARK = 16, 6, 16
"""Bytes of its three parts."""


class StaffAnsweredRow(SQLModel, table=True):
    """One challenge that was answered."""

    __tablename__ = "staff_answered"
    __table_args__ = (Index("staff_answered_at", "municipality", "at"),)
    municipality: str = Field(primary_key=True)
    challenge: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)


_answered = rows(StaffAnsweredRow)
_a = _answered.c


def new(keys: Keys, municipality: str, now: datetime) -> bytes:
    """A challenge for somebody of a town."""
    told = os.urandom(NONCE) + milliseconds(now).to_bytes(TIME)
    return told + _mark(keys, municipality, told)


def answered(db: Connection, keys: Keys, municipality: str, challenge: bytes, now: datetime) -> bool:
    """Use a challenge up; False for one that is none, too old or answered before."""
    told, mark = challenge[: NONCE + TIME], challenge[NONCE + TIME :]
    if not hmac.compare_digest(mark, _mark(keys, municipality, told)):
        return False
    shown = EPOCH + int.from_bytes(told[NONCE:]) * MILLISECOND
    if not timedelta() <= now - shown < LASTS:
        return False
    row = {"municipality": municipality, "challenge": challenge.hex(), "at": milliseconds(now)}
    return _insert(db.dialect.name).run(db, row).fetchone() is not None


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget answers that nobody could give again."""
    db.execute(delete(_answered).where(_a.municipality == municipality, _a.at < now - LASTS))


def _mark(keys: Keys, municipality: str, told: bytes) -> bytes:
    return hmac.digest(keys.pepper, f"challenge:{municipality}:".encode() + told, "sha256")[:MARK]


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _a}
    return Prepared(insert(_answered).values(values).on_conflict_do_nothing().returning(_a.challenge))
