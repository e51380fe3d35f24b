"""Changes: every version of every part of a town that was changed at the desk; nothing is ever written over."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, Index, Row, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.storage.columns import Moment
from portal.storage.database import rows


class ChangeRow(SQLModel, table=True):
    """One part as it was changed; `version` counts all changes of a town from 1. Public words, so they lie open."""

    __tablename__ = "town_changes"
    __table_args__ = (Index("town_changes_part", "municipality", "part", "version"),)
    municipality: str = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_type=BigInteger)
    part: str
    at: datetime = Field(sa_type=Moment)
    staff: str
    document: str


@dataclass(frozen=True)
class Change:
    """Who (the id of somebody of the staff) made a part what it is, and when.

    `values` has what the desk says, shaped as in the town's file; nothing is in it where all is as in the file.
    `version` is 0 while nobody has changed the part.
    """

    part: str
    values: Mapping[str, Any]
    version: int = 0
    at: datetime | None = None
    staff: str = ""


class Overtaken(Exception):
    """Somebody else has changed the part since it was read; `newest` is what they made of it."""

    def __init__(self, newest: Change) -> None:
        super().__init__(newest.part)
        self.newest = newest


_changes = rows(ChangeRow)
_c = _changes.c


def newest(db: Connection, municipality: str, part: str) -> Change:
    """A part as it stands; what version it is must be shown to change it."""
    return before(db, municipality, part, None)


def before(db: Connection, municipality: str, part: str, version: int | None) -> Change:
    """A part as it stood before a version of the town; before None is now."""
    mine = [_c.municipality == municipality, _c.part == part]
    if version is not None:
        mine.append(_c.version < version)
    row = db.execute(select(_changes).where(*mine).order_by(_c.version.desc()).limit(1)).one_or_none()
    return _of(row) if row else Change(part, {})


def parts(db: Connection, municipality: str) -> dict[str, Change]:
    """Every part of a town that was ever changed, as it stands."""
    last = select(func.max(_c.version)).where(_c.municipality == municipality).group_by(_c.part)
    found = db.execute(select(_changes).where(_c.municipality == municipality, _c.version.in_(last)))
    return {row.part: _of(row) for row in found}


def history(db: Connection, municipality: str, most: int, before: int | None = None) -> list[Change]:
    """The newest changes of a town, those before a version where one is given."""
    mine = [_c.municipality == municipality]
    if before is not None:
        mine.append(_c.version < before)
    return [_of(row) for row in db.execute(select(_changes).where(*mine).order_by(_c.version.desc()).limit(most))]


def numbers(db: Connection) -> dict[str, int]:
    """The newest version of every town that has changed anything: the few words by which a process sees what is new."""
    found = db.execute(select(_c.municipality, func.max(_c.version)).group_by(_c.municipality))
    return {municipality: int(version) for municipality, version in found}


def keep(db: Connection, municipality: str, change: Change, seen: int) -> Change:
    """Put a change after all others, within the caller's transaction; `seen` is the version of the part it was made on.

    Raises Overtaken where the part is not that version any more, or somebody writes to the town at this very moment.
    """
    last = db.execute(select(func.max(_c.version)).where(_c.municipality == municipality)).scalar() or 0
    found = newest(db, municipality, change.part)  # after `last`: whoever was quicker is seen, or holds the number
    row = {
        "municipality": municipality,
        "version": last + 1,
        "part": change.part,
        "at": change.at,
        "staff": change.staff,
        "document": json.dumps(change.values, ensure_ascii=False, sort_keys=True),
    }
    if found.version != seen or db.execute(_first(db.dialect.name), row).one_or_none() is None:
        raise Overtaken(newest(db, municipality, change.part))
    return Change(change.part, change.values, last + 1, change.at, change.staff)


def _first(dialect: str) -> Any:
    """Of two who write the same version at once, one does."""
    maker = postgresql if dialect == "postgresql" else sqlite
    return maker.insert(_changes).on_conflict_do_nothing().returning(_c.version)


def _of(row: Row[Any]) -> Change:
    return Change(row.part, json.loads(row.document), row.version, row.at, row.staff)
