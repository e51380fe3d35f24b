"""A case: one application as the town received it, opened once for each key; what was sent is never changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Index,
    Row,
    Select,
    SmallInteger,
    UniqueConstraint,
    bindparam,
    case,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.cases import turn as turns
from portal.cases.course import events
from portal.cases.number import new_number, read_number
from portal.cases.place import highest
from portal.cases.search import traces
from portal.cases.sent import Answered, Helper, Sent, packed, unpacked
from portal.cases.status import RECEIVED
from portal.cases.turn import IN_TURN
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

__all__ = ["Answered", "Case", "Helper", "Sent", "by_id", "by_key", "by_number", "held", "opened", "see", "stands"]

DRAWS = 20
"""How often a number already taken is drawn anew; with a million cases one draw in a hundred is."""


IN_WORK = "status IN ('received', 'checking', 'asked')"
"""The few cases that are looked for by where they stand. A query says it in these very words to go by their index."""

FLAGGED, MINE, UNTRACED = f"{IN_TURN} AND flagged > 0", f"{IN_TURN} AND assignee <> ''", "traced = 0"
ZERO = {"server_default": "0"}
IN_ORDER = ("turn", "turned", "place")


def only(condition: str) -> dict[str, Any]:
    """Some rows of an index, on each database."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class CaseRow(SQLModel, table=True):
    """One case. `place` counts up within the town in the order of the commits, so that a reader who has
    seen one place has missed nothing before it. `seen` is when the office was first given it to work on;
    `acknowledged` when it was first certain that it has it, empty as long as it is not. `turn` (see that module) has
    been what it is since `turned`; `flagged` is how many doubts nobody has looked at, `assignee` the id of the clerk
    who works on it, or ""; `revision` counts every change; `traced` says whether its words find it (see `search`).
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("municipality", "key"),
        UniqueConstraint("municipality", "number"),
        UniqueConstraint("municipality", "place"),
        Index("cases_inbox", "municipality", "department", "place"),
        Index("cases_status", "municipality", "department", "status", "place", **only(IN_WORK)),
        Index("cases_received", "municipality", "department", "received", "place"),
        Index("cases_someone", "municipality", "someone", "service"),
        Index("cases_open", "municipality", "department", "received", **only("acknowledged IS NULL")),
        Index("cases_turn", "municipality", "department", *IN_ORDER, "assignee", **only(IN_TURN)),
        Index("cases_flagged", "municipality", "department", *IN_ORDER, **only(FLAGGED)),
        Index("cases_mine", "municipality", "assignee", *IN_ORDER, "department", **only(MINE)),
        Index("cases_untraced", "municipality", "place", **only(UNTRACED)),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    place: int
    key: str
    number: str
    received: datetime = Field(sa_type=Moment)
    status: str
    service: str
    department: str
    sealed: bytes
    someone: str = Field(default="", sa_column_kwargs={"server_default": ""})
    seen: datetime | None = Field(default=None, sa_type=Moment)
    acknowledged: datetime | None = Field(default=None, sa_type=Moment)
    flagged: int = Field(default=0, sa_column_kwargs=ZERO)
    turn: int = Field(default=0, sa_type=SmallInteger, sa_column_kwargs=ZERO)
    turned: datetime | None = Field(default=None, sa_type=Moment)
    assignee: str = Field(default="", sa_column_kwargs={"server_default": ""})
    revision: int = Field(default=0, sa_column_kwargs=ZERO)
    traced: int = Field(default=0, sa_type=SmallInteger, sa_column_kwargs=ZERO)


@dataclass(frozen=True, kw_only=True)
class Case(Sent):
    """What was sent, and the town's side of it: id (UUID 7), receipt number, when, and where it stands.

    `seen` is when a system of the office first fetched it or was given it; a mail to the office is none of its doing.
    `acknowledged` is since when it is certain that the office has it: see `arrival`. The last five are as in CaseRow.
    """

    id: str
    number: str
    received: datetime
    status: str
    seen: datetime | None = None
    acknowledged: datetime | None = None
    flagged: int = 0
    turn: int = 0
    turned: datetime | None = None
    assignee: str = ""
    revision: int = 0


_cases = rows(CaseRow)
_c = _cases.c
_of_town = select(_cases).where(_c.municipality == bindparam("town"))
_BY_NUMBER, _BY_ID = (_of_town.where(column == bindparam("wanted")) for column in (_c.number, _c.id))
_BY_KEY = Prepared(select(_c.id).where(_c.municipality == bindparam("town"), _c.key == bindparam("wanted")))


def opened(db: Connection, keys: Keys, sent: Sent, now: datetime) -> Case:
    """Keep what was sent as a new case, or give the case that its key has opened before.

    Within one town cases are opened one after another until the caller's transaction ends.
    """
    events.in_turn(db, sent.municipality)
    id = new_id()
    flagged = len(sent.flags)
    stand: dict[str, Any] = {"flagged": flagged, "turn": turns.of(RECEIVED, flagged)}
    row = {
        "municipality": sent.municipality,
        "id": id,
        "key": sent.key,
        "received": milliseconds(now),
        "status": RECEIVED,
        "service": sent.service,
        "department": sent.department,
        "sealed": keys.town(sent.municipality).seal(packed(sent), _seal(id)),
        "someone": sent.someone,
        **_NEW,
        **stand,
        "turned": milliseconds(now),
    }
    for _ in range(DRAWS):
        number = new_number()
        if _insert(db.dialect.name).run(db, {**row, "number": number}).fetchone():
            traces.keep(db, keys, sent, id)
            return Case(**_fields(sent), id=id, number=number, received=now, status=RECEIVED, turned=now, **stand)
        if before := by_key(db, keys, sent.municipality, sent.key):
            return before
    raise RuntimeError("no free receipt number in this town")


def by_key(db: Connection, keys: Keys, municipality: str, key: str) -> Case | None:
    """The case this draft has become. Raises Unreadable for a wrong key."""
    found = _BY_KEY.run(db, {"town": municipality, "wanted": key}).fetchone()
    return by_id(db, keys, municipality, found[0]) if found else None


def by_number(db: Connection, keys: Keys, municipality: str, number: str) -> Case | None:
    """The case with this receipt number, typed in any width and with any dashes."""
    exact = read_number(number)
    return _one(db, keys, _BY_NUMBER, {"town": municipality, "wanted": exact}) if exact else None


def by_id(db: Connection, keys: Keys, municipality: str, id: str) -> Case | None:
    """The case with this id."""
    return _one(db, keys, _BY_ID, {"town": municipality, "wanted": id})


def held(db: Connection, keys: Keys, municipality: str, id: str) -> Case | None:
    """The case with this id, which nobody else changes until the caller's transaction ends."""
    return _one(db, keys, _BY_ID.with_for_update(), {"town": municipality, "wanted": id})


def stands(db: Connection, one: Case, status: str, at: datetime) -> None:
    """Say where a case stands from now on; whoever waits for a call or an answer goes on waiting for it."""
    stays, turn = _c.turn.in_(turns.SOMEBODY_WAITS), turns.of(status, one.flagged)
    turned = case((stays, _c.turned), else_=milliseconds(at))
    change(db, one.municipality, one.id, status=status, turn=case((stays, _c.turn), else_=turn), turned=turned)


def change(db: Connection, municipality: str, id: str, **values: Any) -> None:
    """Change what of a case may change; nobody who read it before changes it without having seen this."""
    this = (_c.municipality == municipality, _c.id == id)
    db.execute(update(_cases).where(*this).values(revision=_c.revision + 1, **values))


def see(db: Connection, municipality: str, ids: Collection[str], now: datetime) -> None:
    """The office has been given these cases; the first time counts."""
    mine = (_c.municipality == municipality, _c.id.in_(ids), _c.seen.is_(None))
    db.execute(update(_cases).where(*mine).values(seen=now))


def from_row(keys: Keys, row: Row[Any]) -> Case:
    """A case from a row of `COLUMNS`. Raises Unreadable."""
    plain = keys.town(row.municipality).open(row.sealed, _seal(row.id))
    columns = {name: value for name, value in row._mapping.items() if name not in _INSIDE}
    return Case(**columns, **unpacked(plain))


def _one(db: Connection, keys: Keys, statement: Select[Any], wanted: dict[str, str]) -> Case | None:
    row = db.execute(statement, wanted).one_or_none()
    return from_row(keys, row) if row else None


def _fields(sent: Sent) -> dict[str, Any]:
    return {name: getattr(sent, name) for name in _SENT}


def _seal(id: str) -> str:
    return f"case:{id}"


@cache
def _insert(dialect: str) -> Prepared:
    """One statement that finds the next place and keeps the case, or does nothing when key or number is taken."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _c if column.name != "place"}
    return Prepared(
        insert(_cases)
        .values({**values, "place": highest(_c.place, _c.municipality) + 1})
        .on_conflict_do_nothing()
        .returning(_c.place)
    )


_NEW = {"seen": None, "acknowledged": None, "assignee": "", "revision": 0, "traced": traces.RULES}
_INSIDE = frozenset({"sealed", "place", "traced"})
_SENT = tuple(field.name for field in fields(Sent))
