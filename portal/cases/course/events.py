"""Events: what happened to a town's cases, in the order of the commits; no personal word is among them.

`place` counts up within the town, one event after another until the transaction of each ends, so that a reader who
has seen one place has missed nothing before it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Index, Row, bindparam, delete, func, insert, select, update
from sqlmodel import Field, SQLModel

from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

if TYPE_CHECKING:
    from portal.cases.case import Case

LOCK = 0x6361
"""PostgreSQL's advisory locks for what has a place in a town; the second half of the lock is the town."""
ARRIVED, TAKEN_BACK, CONSENT_TAKEN_BACK = "case.received", "case.withdrawn", "case.consent_withdrawn"
ANSWERED, MANDATE_ENDED = "case.principal_answered", "case.mandate_ended"
STATUS, MESSAGE = "case.status", "case.message"
REPLIED, CALL_WANTED, SIGNED = "case.replied", "case.call_wanted", "case.consent_signed"
OF_CONSENT = (TAKEN_BACK, CONSENT_TAKEN_BACK, SIGNED, ANSWERED, MANDATE_ENDED)
TYPES = (ARRIVED, STATUS, MESSAGE, REPLIED, CALL_WANTED, *OF_CONSENT)


class CaseEventRow(SQLModel, table=True):
    """One thing that happened to the case `about`; `data` is JSON of codes, by the event's type."""

    __tablename__ = "case_events"
    __table_args__ = (
        Index("case_events_feed", "municipality", "department", "place"),
        Index("case_events_about", "municipality", "about", "place"),
    )
    municipality: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    type: str
    about: str
    department: str
    at: datetime = Field(sa_type=Moment)
    data: str


@dataclass(frozen=True)
class Event:
    """One of TYPES, the case's id and department, when, and what else there is to know in codes."""

    place: int
    type: str
    about: str
    department: str
    at: datetime
    data: Mapping[str, Any]


_events = rows(CaseEventRow)
_e = _events.c


def in_turn(db: Connection, municipality: str) -> None:
    """Take places in a town one after another until the caller's transaction ends."""
    if db.dialect.name == "postgresql":
        _LOCKED.run(db, {"lock": LOCK, "town": int(municipality)})


def tell(db: Connection, case: Case, type: str, at: datetime, **data: str | None) -> None:
    """Something happened to a case, in the caller's transaction."""
    in_turn(db, case.municipality)
    row = {"municipality": case.municipality, "type": type, "about": case.id, "department": case.department}
    _insert().run(db, {**row, "at": milliseconds(at), "data": json.dumps(data) if data else "{}"})


def of_case(db: Connection, municipality: str, id: str) -> list[Event]:
    """What happened to one case, in order."""
    mine = select(_events).where(_e.municipality == municipality, _e.about == id)
    return [from_row(row) for row in db.execute(mine.order_by(_e.place))]


def forget(db: Connection, municipality: str, id: str) -> None:
    """A case is forgotten, and what happened to it; the town's newest place stays given, to nobody's event."""
    in_town = _e.municipality == municipality
    newest = select(func.max(_e.place)).where(in_town).scalar_subquery()
    nobodys = {"about": "", "department": "", "data": "{}"}
    db.execute(update(_events).where(in_town, _e.about == id, _e.place == newest).values(nobodys))
    db.execute(delete(_events).where(in_town, _e.about.in_((id, "")), _e.place < newest))


def from_row(row: Row[Any]) -> Event:
    """An event from a row of its table."""
    return Event(row.place, row.type, row.about, row.department, row.at, json.loads(row.data))


@cache
def _insert() -> Prepared:
    last = select(func.coalesce(func.max(_e.place), 0)).where(_e.municipality == bindparam("municipality"))
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _e if column.name != "place"}
    return Prepared(insert(_events).values({**values, "place": last.scalar_subquery() + 1}))


_LOCKED = Prepared(select(func.pg_advisory_xact_lock(bindparam("lock"), bindparam("town"))))
