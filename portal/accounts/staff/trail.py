"""The trail: what the staff of a town looked at and did, each entry chained to the one before.

The mark of an entry is over its words and the mark before it, made with a key that is not in the database: whoever can
write there alone can change, add or take out nothing that `broken` would not find. The head has a mark of its own, so
that the newest entries cannot be cut off either.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Connection, Index, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.accounts.staff.role import EVERYWHERE
from portal.security.keys import Keys
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows

LOOKED, LISTED = "looked", "listed"
"""The kinds of entries that tell of cases, one that was looked at or several in a list; others are of the staff."""
AT_ONCE = 1000


class TrailRow(SQLModel, table=True):
    """One entry; `place` counts from 0. No personal word stands in it: people and cases by their ids."""

    __tablename__ = "staff_trail"
    __table_args__ = (
        Index("staff_trail_case", "municipality", "case", "place"),
        Index("staff_trail_department", "municipality", "department", "place"),
    )
    municipality: str = Field(primary_key=True)
    place: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime = Field(sa_type=Moment)
    kind: str
    staff: str
    department: str
    case: str
    other: str
    page: str
    mark: bytes
    shown: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class TrailHeadRow(SQLModel, table=True):
    """How many entries there are, the mark of the last one, and a mark over both."""

    __tablename__ = "staff_trail_heads"
    municipality: str = Field(primary_key=True)
    size: int = Field(sa_type=BigInteger)
    last: bytes
    mark: bytes


@dataclass(frozen=True)
class Entry:
    """Who did what, when; the id of the case that was looked at, its department and on which page of the desk; `other`
    is the id of whom something was done to, `shown` how many cases of the department a list had.
    """

    at: datetime
    kind: str
    staff: str
    department: str = ""
    case: str = ""
    page: str = ""
    other: str = ""
    shown: int = 0


class Head(NamedTuple):
    """How many entries a trail has, and the mark of the last one (32 bytes)."""

    size: int = 0
    last: bytes = b""


@dataclass(frozen=True)
class Placed(Entry):
    """An entry where it stands."""

    place: int = 0


_trail, _heads = rows(TrailRow), rows(TrailHeadRow)
_t, _h = _trail.c, _heads.c


def add(db: Connection, keys: Keys, municipality: str, *entries: Entry) -> None:
    """Put entries (at least one) at the end, within the caller's transaction; others who add wait for its end."""
    size, last = _held(db, keys, municipality)
    key, added = _keys(keys, municipality)[0], list[dict[str, Any]]()
    for entry in entries:
        last = _mark(key, last, size, entry)
        added.append({**asdict(entry), "municipality": municipality, "place": size, "mark": last})
        size += 1
    db.execute(insert(_trail), added)
    end = {"size": size, "last": last, "mark": _over_head(key, size, last)}
    db.execute(update(_heads).where(_h.municipality == municipality).values(**end))


def newest(
    db: Connection, municipality: str, reach: frozenset[str], before: int | None = None, most: int = 50
) -> list[Placed]:
    """The newest entries of the departments in reach, those before a place where one is given."""
    where = [_t.municipality == municipality]
    if EVERYWHERE not in reach:
        where.append(_t.department.in_(reach))
    if before is not None:
        where.append(_t.place < before)
    found = db.execute(select(_trail).where(*where).order_by(_t.place.desc()).limit(most))
    return [_placed(row) for row in found]


def of_case(db: Connection, municipality: str, case: str) -> list[Placed]:
    """Every look at a case, the first one first."""
    mine = (_t.municipality == municipality, _t.case == case, _t.kind == LOOKED)
    return [_placed(row) for row in db.execute(select(_trail).where(*mine).order_by(_t.place))]


def head(db: Connection, municipality: str) -> Head:
    """How many entries there are, by the head, and the mark of the last one."""
    found = db.execute(select(_h.size, _h.last).where(_h.municipality == municipality)).one_or_none()
    return Head(*found) if found else Head()


def grew(db: Connection, municipality: str, older: Head) -> bool:
    """Whether the trail still has what it had when this was its head."""
    this = (_t.municipality == municipality, _t.place == older.size - 1)
    return older.size == 0 or db.execute(select(_t.mark).where(*this)).scalar() == older.last


def broken(db: Connection, keys: Keys, municipality: str) -> int | None:
    """The place of the first entry that is not as it was written, or is missing; None while all are."""
    tried, last, size = _keys(keys, municipality), b"", 0
    for row in _rows(db, municipality):
        entry = _entry(row)
        if row.place != size or not _made(row.mark, [_mark(key, last, size, entry) for key in tried]):
            return size
        last, size = row.mark, size + 1
    end = db.execute(select(_heads).where(_h.municipality == municipality)).one_or_none()
    if end is None:
        return None if size == 0 else size
    whole = (end.size, end.last) == (size, last)
    return None if whole and _made(end.mark, [_over_head(key, size, last) for key in tried]) else size


def _rows(db: Connection, municipality: str) -> Iterator[Any]:
    after = -1
    while found := db.execute(
        select(_trail).where(_t.municipality == municipality, _t.place > after).order_by(_t.place).limit(AT_ONCE)
    ).all():
        yield from found
        after = found[-1].place


def _held(db: Connection, keys: Keys, municipality: str) -> Head:
    mine = select(_heads).where(_h.municipality == municipality).with_for_update()
    found = db.execute(mine).one_or_none()
    if found is None:
        first = {"municipality": municipality, "size": 0, "last": b""}
        mark = _over_head(_keys(keys, municipality)[0], 0, b"")
        db.execute(_first(db.dialect.name), {**first, "mark": mark})
        found = db.execute(mine).one()
    return Head(found.size, found.last)


def _first(dialect: str) -> Any:
    """The head of a trail that was empty so far; of two who begin it at once, one does."""
    return (postgresql if dialect == "postgresql" else sqlite).insert(_heads).on_conflict_do_nothing()


def _keys(keys: Keys, municipality: str) -> tuple[bytes, ...]:
    return keys.seeds(f"trail:{municipality}")


def _mark(key: bytes, last: bytes, place: int, entry: Entry) -> bytes:
    told = {**asdict(entry), "at": milliseconds(entry.at), "place": place}
    if not entry.shown:  # as it was marked before lists were kept
        del told["shown"]
    return hmac.digest(key, last + json.dumps(told, sort_keys=True).encode(), "sha256")


def _over_head(key: bytes, size: int, last: bytes) -> bytes:
    return hmac.digest(key, b"head" + size.to_bytes(8) + last, "sha256")


def _made(mark: bytes, possible: Collection[bytes]) -> bool:
    return any(hmac.compare_digest(mark, one) for one in possible)


def _placed(row: Any) -> Placed:
    return Placed(**asdict(_entry(row)), place=row.place)


def _entry(row: Any) -> Entry:
    return Entry(row.at, row.kind, row.staff, row.department, row.case, row.page, row.other, row.shown)
