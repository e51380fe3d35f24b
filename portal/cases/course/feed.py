"""The feed: the events of a town in order, for as many days as readers are told; what is older they have missed.

Events are kept as long as their case, whose history they are. The feed begins behind a place that moves on with the
days, so that a reader who stayed away for longer is told so, and never thinks that nothing happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, union_all
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.cases.course.events import CaseEventRow, Event, from_row
from portal.cases.inbox import Wanted
from portal.storage.database import rows
from portal.storage.prepared import Prepared

DAYS = 90
"""How long an event is told. Whoever comes for cases does so daily, or is told by the alarm; a quarter outlasts any
holiday or change of systems."""


class FeedRow(SQLModel, table=True):
    """The feed of a town begins behind this place."""

    __tablename__ = "feeds"
    municipality: str = Field(primary_key=True)
    place: int


@dataclass(frozen=True)
class Page:
    """Some events in order; go on `after` this place, whether or not there is `more` now."""

    events: tuple[Event, ...]
    after: int
    more: bool


class TooOld(Exception):
    """There were events after that place which are told no more."""


_events, _feeds = rows(CaseEventRow), rows(FeedRow)
_e, _f = _events.c, _feeds.c


def page(db: Connection, wanted: Wanted, *, again: bool = False) -> Page:
    """The next events of the cases a reader reaches, after a place; from the beginning of the feed for who does not
    come `again`. Raises TooOld.

    Who has read all goes on behind the town's newest event, though it be none of theirs: otherwise a quiet department
    would look as if nobody had read of it for months.
    """
    begins, newest = _begins(db, wanted.municipality), _newest(db, wanted.municipality)
    if again and wanted.after < begins:
        raise TooOld
    after = max(wanted.after, begins)
    found = db.execute(listing(wanted, after)).all() if wanted.departments else []
    shown = tuple(from_row(row) for row in found[: wanted.limit])
    last = shown[-1].place if shown else after
    more = len(found) > len(shown)
    return Page(shown, last if more else max(last, newest), more)


def listing(wanted: Wanted, after: int) -> Select[Any]:
    """The query of a page: each department is a range of one index, merged in order; one row more than wanted."""
    of_each = [
        select(_events)
        .where(_e.municipality == wanted.municipality, _e.department == department, _e.place > after)
        .order_by(_e.place)
        .limit(wanted.limit + 1)
        .subquery(f"of_{n}")
        for n, department in enumerate(sorted(wanted.departments))
    ]
    merged = union_all(*(select(each) for each in of_each)).subquery("merged")
    return select(merged).order_by(merged.c.place).limit(wanted.limit + 1)


def shorten(db: Connection, municipality: str, now: datetime, most: int) -> int:
    """Let the feed begin behind up to `most` events more that are too old; how many it was."""
    before, begins = now - timedelta(days=DAYS), _begins(db, municipality)
    oldest = select(_e.place, _e.at).where(_e.municipality == municipality, _e.place > begins)
    found = db.execute(oldest.order_by(_e.place).limit(most)).all()
    old = list(takewhile(lambda row: row.at < before, found))
    if old:
        _keep(db.dialect.name).run(db, {"municipality": municipality, "place": old[-1].place})
    return len(old)


def _begins(db: Connection, municipality: str) -> int:
    return db.execute(select(_f.place).where(_f.municipality == municipality)).scalar() or 0


def _newest(db: Connection, municipality: str) -> int:
    return db.execute(select(func.max(_e.place)).where(_e.municipality == municipality)).scalar() or 0


@cache
def _keep(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    made = insert(_feeds).values(municipality=bindparam("municipality"), place=bindparam("place"))
    new: Any = made.excluded.place
    return Prepared(
        made.on_conflict_do_update(index_elements=["municipality"], set_={"place": new}, where=_f.place < new)
    )
