"""Case after case of a town, in the order they came: read some at a time by key, so that memory stays the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from portal.cases.case import CaseRow, from_row
from portal.cases.exports.table import Told
from portal.cases.principal import standing
from portal.consent import bundle
from portal.security.keys import Keys
from portal.storage.database import Database, rows

AT_ONCE = 200
"""Cases read by one statement: a few megabytes with all their answers."""

_cases = rows(CaseRow)
_c = _cases.c


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which cases of a town: of one service ("" for all), of some departments (none for all), received from `since` on
    and before `until`.
    """

    municipality: str
    service: str = ""
    departments: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None


def each(database: Database, keys: Keys, wanted: Wanted) -> Iterator[Told]:
    """Every case there was at the beginning. Nobody who writes is kept waiting. Raises Unreadable for a wrong key."""
    with database.reading() as db:
        last = db.execute(select(func.max(_c.place)).where(_c.municipality == wanted.municipality)).scalar() or 0
    after = 0
    while after < last:
        with database.reading() as db:
            found = db.execute(some(wanted, after, last)).all()
            some_told = told(db, keys, found)
        yield from some_told
        after = found[-1].place if len(found) == AT_ONCE else last


def counted(db: Connection, wanted: Wanted) -> int:
    """How many they are."""
    return int(db.execute(select(func.count()).select_from(_cases).where(*_which(wanted))).scalar_one())


def some(wanted: Wanted, after: int, last: int) -> Select[Any]:
    """The query for the next ones behind a place."""
    here = (_c.place > after, _c.place <= last)
    return select(_cases).where(*_which(wanted), *here).order_by(_c.place).limit(AT_ONCE)


def told(db: Connection, keys: Keys, found: Sequence[Row[Any]]) -> list[Told]:
    """Cases of one town from their rows, with what was said about them since."""
    cases = [from_row(keys, row) for row in found]
    acts = [bundle.act(case.consent) for case in cases]
    taken = bundle.taken(db, cases[0].municipality, acts) if cases else {}
    words = standing.all_of(db, keys, cases)
    return [Told(case, taken.get(act, ()), words.get(case.id)) for case, act in zip(cases, acts, strict=True)]


def _which(wanted: Wanted) -> Iterator[Any]:
    yield _c.municipality == wanted.municipality
    if wanted.service:
        yield _c.service == wanted.service
    if wanted.departments:
        yield _c.department.in_(sorted(wanted.departments))
    if wanted.since:
        yield _c.received >= wanted.since
    if wanted.until:
        yield _c.received < wanted.until
