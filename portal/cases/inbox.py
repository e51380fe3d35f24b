"""The inbox: a town's cases for some of its departments, page by page, newest last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, select, text, union_all

from portal.cases.case import IN_WORK, Case, CaseRow, by_id, from_row
from portal.cases.status import DECIDED, WITHDRAWN
from portal.security.keys import Keys
from portal.storage.database import rows

CLOCKS_AGREE = timedelta(hours=1)
"""The clocks of all machines that receive cases agree at least this well."""

DONE = DECIDED | {WITHDRAWN}
"""Where most cases stand after a while; they are found by walking through all."""

_cases = rows(CaseRow)
_c = _cases.c


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reader may and wants to see: departments of one town, after a place, received since a moment; those that
    stand at one `status`, where it is named.
    """

    municipality: str
    departments: frozenset[str]
    after: int = 0
    since: datetime | None = None
    status: str = ""
    limit: int = 50


@dataclass(frozen=True)
class Page:
    """Some cases in the order of their places; go on `after` the last place, whether or not there is `more` now."""

    cases: tuple[Case, ...]
    after: int
    more: bool


def page(db: Connection, keys: Keys, wanted: Wanted) -> Page:
    """The next cases. A reader who always goes on `after` the last page sees every case exactly once."""
    if not wanted.departments:
        return Page((), wanted.after, False)
    found = db.execute(listing(wanted, max(wanted.after, _start(db, wanted)))).all()
    shown = found[: wanted.limit]
    after = shown[-1].place if shown else wanted.after
    return Page(tuple(from_row(keys, row) for row in shown), after, len(found) > len(shown))


def one(db: Connection, keys: Keys, wanted: Wanted, id: str) -> Case | None:
    """The case with this id if the reader may see it."""
    case = by_id(db, keys, wanted.municipality, id)
    return case if case and case.department in wanted.departments else None


def listing(wanted: Wanted, after: int) -> Select[Any]:
    """The query of a page: each department is a range of one index, merged in order; one row more than
    wanted tells whether there is more.
    """
    of_each = [
        _in(wanted, department).where(_c.place > after).order_by(_c.place).limit(wanted.limit + 1).subquery(f"of_{n}")
        for n, department in enumerate(sorted(wanted.departments))
    ]
    if len(of_each) == 1:
        return select(of_each[0])
    merged = union_all(*(select(each) for each in of_each)).subquery("merged")
    return select(merged).order_by(merged.c.place).limit(wanted.limit + 1)


def _in(wanted: Wanted, department: str) -> Select[Any]:
    mine = select(_cases).where(_c.municipality == wanted.municipality, _c.department == department)
    if wanted.status:
        mine = mine.where(_c.status == wanted.status, *([] if wanted.status in DONE else [text(IN_WORK)]))
    return mine if wanted.since is None else mine.where(_c.received >= wanted.since)


def _start(db: Connection, wanted: Wanted) -> int:
    """A place safely before everything received since: places follow the commits, moments the clocks."""
    if wanted.since is None:
        return 0
    before = wanted.since - CLOCKS_AGREE
    return max(db.execute(start(wanted.municipality, each, before)).scalar() or 0 for each in wanted.departments)


def start(municipality: str, department: str, before: datetime) -> Select[Any]:
    """The query for the place of a department's last case received before a moment."""
    mine = select(_c.place).where(_c.municipality == municipality, _c.department == department)
    return mine.where(_c.received < before).order_by(_c.received.desc(), _c.place.desc()).limit(1)
