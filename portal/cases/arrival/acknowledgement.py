"""Acknowledgements: by which channels it is certain that the office has a case, and since when."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.cases.case import CaseRow
from portal.delivery.envelope import WEBHOOK, Envelope
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

API, DESK = "api", "desk"
"""Channels by which nothing is sent: the office comes for the case."""
LOOKED = frozenset({API, DESK, WEBHOOK})
"""By these a system of the office, or a clerk, has the case before them; nobody knows who has read a mail."""
BATCH = "batch"
"""The channel of a mail that hands over several cases: when it comes back, what came by a mail of its own stays."""


class AcknowledgementRow(SQLModel, table=True):
    """That the office has a case by one channel, since when."""

    __tablename__ = "acknowledgements"
    municipality: str = Field(primary_key=True)
    about: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)


_acknowledgements = rows(AcknowledgementRow)
_a = _acknowledgements.c
_cases = rows(CaseRow)
_c = _cases.c
_this = (_c.municipality == bindparam("town"), _c.id == bindparam("case"))
_since = _c.acknowledged

# Each of the two ways to write holds the case's row first, so that none misses what the other has just written.
_first = {"acknowledged": func.coalesce(_since, bindparam("at"))}
_HOLD = Prepared(update(_cases).where(*_this).values(_first))
_HOLD_SEEN = Prepared(update(_cases).where(*_this).values({**_first, "seen": func.coalesce(_c.seen, bindparam("at"))}))


def acknowledge(db: Connection, municipality: str, case: str, channel: str, at: datetime) -> None:
    """The office has the case with this id by a channel, for certain; the first time counts, as it does for `seen`."""
    values = {"town": municipality, "case": case, "channel": channel, "at": milliseconds(at)}
    (_HOLD_SEEN if channel in LOOKED else _HOLD).run(db, values)
    _insert(db.dialect.name).run(db, values)


def handed_over(db: Connection, envelope: Envelope, at: datetime) -> None:
    """An envelope was accepted: the office has whatever it hands over."""
    for case in envelope.hands_over:
        acknowledge(db, envelope.municipality, case, _by(envelope, case), at)


def came_back(db: Connection, envelope: Envelope) -> None:
    """An envelope that was accepted came back: the office has nothing of it."""
    for case in envelope.hands_over:
        annul(db, envelope.municipality, case, _by(envelope, case))


def annul(db: Connection, municipality: str, case: str, channel: str) -> None:
    """What a channel seemed to have brought has come back: the case is open again unless another has brought it."""
    this = (_c.municipality == municipality, _c.id == case)
    mine = (_a.municipality == municipality, _a.about == case)
    db.execute(update(_cases).where(*this).values(acknowledged=None))
    db.execute(delete(_acknowledgements).where(*mine, _a.channel == channel))
    db.execute(update(_cases).where(*this).values(acknowledged=select(func.min(_a.at)).where(*mine).scalar_subquery()))


def channels(db: Connection, municipality: str, case: str) -> dict[str, datetime]:
    """By which channels the office has a case, and since when, the first one first."""
    mine = select(_a.channel, _a.at).where(_a.municipality == municipality, _a.about == case)
    return {row.channel: row.at for row in db.execute(mine.order_by(_a.at, _a.channel))}


def _by(envelope: Envelope, case: str) -> str:
    return envelope.channel if envelope.about == case else BATCH


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    row = {"municipality": "town", "about": "case", "channel": "channel", "at": "at"}
    values: dict[str, Any] = {column: bindparam(name) for column, name in row.items()}
    return Prepared(insert(_acknowledgements).values(values).on_conflict_do_nothing())
