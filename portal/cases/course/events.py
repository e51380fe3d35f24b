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

from sqlalchemy import Connection, Index, Row, Select, bindparam, func, insert, select, union_all
from sqlmodel import Field, SQLModel

from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

if TYPE_CHECKING:
    from portal.cases.case import Case
    from portal.cases.inbox import Wanted

LOCK = 0x6361
"""PostgreSQL's advisory locks for what has a place in a town; the second half of the lock is the town."""
ARRIVED, TAKEN_BACK, CONSENT_TAKEN_BACK = "case.received", "case.withdrawn", "case.consent_withdrawn"
ANSWERED, MANDATE_ENDED = "case.principal_answered", "case.mandate_ended"
STATUS, MESSAGE = "case.status", "case.message"
REPLIED, CALL_WANTED = "case.replied", "case.call_wanted"
TYPES = (ARRIVED, STATUS, MESSAGE, REPLIED, CALL_WANTED, TAKEN_BACK, CONSENT_TAKEN_BACK, ANSWERED, MANDATE_ENDED)


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


@dataclass(frozen=True)
class Page:
    """Some events in order; go on `after` the last place, whether or not there is `more` now."""

    events: tuple[Event, ...]
    after: int
    more: bool


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


def page(db: Connection, wanted: Wanted) -> Page:
    """The next events of the cases a reader reaches, after a place."""
    if not wanted.departments:
        return Page((), wanted.after, False)
    found = db.execute(listing(wanted)).all()
    shown = tuple(_event(row) for row in found[: wanted.limit])
    return Page(shown, shown[-1].place if shown else wanted.after, len(found) > len(shown))


def listing(wanted: Wanted) -> Select[Any]:
    """The query of a page: each department is a range of one index, merged in order; one row more than wanted."""
    of_each = [
        select(_events)
        .where(_e.municipality == wanted.municipality, _e.department == department, _e.place > wanted.after)
        .order_by(_e.place)
        .limit(wanted.limit + 1)
        .subquery(f"of_{n}")
        for n, department in enumerate(sorted(wanted.departments))
    ]
    merged = union_all(*(select(each) for each in of_each)).subquery("merged")
    return select(merged).order_by(merged.c.place).limit(wanted.limit + 1)


def of_case(db: Connection, municipality: str, id: str) -> list[Event]:
    """What happened to one case, in order."""
    mine = select(_events).where(_e.municipality == municipality, _e.about == id)
    return [_event(row) for row in db.execute(mine.order_by(_e.place))]


def _event(row: Row[Any]) -> Event:
    return Event(row.place, row.type, row.about, row.department, row.at, json.loads(row.data))


@cache
def _insert() -> Prepared:
    last = select(func.coalesce(func.max(_e.place), 0)).where(_e.municipality == bindparam("municipality"))
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _e if column.name != "place"}
    return Prepared(insert(_events).values({**values, "place": last.scalar_subquery() + 1}))


_LOCKED = Prepared(select(func.pg_advisory_xact_lock(bindparam("lock"), bindparam("town"))))
