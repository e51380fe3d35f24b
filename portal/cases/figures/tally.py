"""The tally: numbers of a day, by department and service; without a word about anybody, kept for about a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.language.dates import JAPAN
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

KEPT = timedelta(days=400)
"""A year to look back on, and a month to do it in."""
SENT, LANGUAGE, TEXT, ALOUD = "sent", "language", "text", "aloud"
"""What came: by its channel, by language, by text size (%), and by whether it was read aloud; "" where nobody knows."""
ANSWERED, RETURNED, DOUBTED = "answered", "returned", "doubted"
"""Decided, by the days it took; not taken as it came, by what was done; asked back about, by the id of the question."""


class FigureRow(SQLModel, table=True):
    """How many of a kind (`what`, `of`) there were on a day (ISO, Japan)."""

    __tablename__ = "figures"
    municipality: str = Field(primary_key=True)
    department: str = Field(primary_key=True)
    service: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    what: str = Field(primary_key=True)
    of: str = Field(primary_key=True)
    count: int


class CountedRow(SQLModel, table=True):
    """Up to which place of a town's events everything was counted, and when."""

    __tablename__ = "figures_counted"
    municipality: str = Field(primary_key=True)
    place: int
    at: datetime = Field(sa_type=Moment)


class One(NamedTuple):
    """What is counted: a number of a day."""

    department: str
    service: str
    day: str
    what: str
    of: str


@dataclass(frozen=True, kw_only=True)
class Period:
    """The figures of a service that somebody may see, from the first day to the last."""

    municipality: str
    departments: frozenset[str]
    service: str
    first: date
    last: date


_figures, _counted = rows(FigureRow), rows(CountedRow)
_f, _k = _figures.c, _counted.c


def day_of(moment: datetime) -> str:
    """The day in Japan."""
    return moment.astimezone(JAPAN).date().isoformat()


def counted(db: Connection, municipality: str) -> tuple[int, datetime | None]:
    """Up to which place, and when; (0, None) where nothing was counted yet."""
    row = db.execute(select(_k.place, _k.at).where(_k.municipality == municipality)).one_or_none()
    return (row.place, row.at) if row else (0, None)


def add(db: Connection, municipality: str, some: Mapping[One, int], upto: tuple[int, int, datetime]) -> bool:
    """Add what was counted between two places of the town; nothing, and False, where another was quicker."""
    before, after, now = upto
    place = {"municipality": municipality, "before": before, "place": after, "at": milliseconds(now)}
    if not _step(db.dialect.name).run(db, place).fetchone():
        return False
    for one, count in sorted(some.items()):
        _more(db.dialect.name).run(db, {"municipality": municipality, **one._asdict(), "count": count})
    return True


def sums(db: Connection, period: Period) -> dict[str, Counter[str]]:
    """How many of each kind there were in a period: what → of → count."""
    found: dict[str, Counter[str]] = {}
    for what, of, count in db.execute(summed(period)) if period.departments else ():
        found.setdefault(what, Counter())[of] = int(count)
    return found


def by_day(db: Connection, period: Period) -> Counter[date]:
    """How many came on each day of a period."""
    found = db.execute(daily(period)).all() if period.departments else []
    return Counter({date.fromisoformat(day): int(count) for day, count in found})


def summed(period: Period) -> Select[Any]:
    """The query for the sums: a range of the key for each department."""
    return select(_f.what, _f.of, func.sum(_f.count)).where(*_within(period)).group_by(_f.what, _f.of)


def daily(period: Period) -> Select[Any]:
    """The query for the days."""
    return select(_f.day, func.sum(_f.count)).where(*_within(period), _f.what == SENT).group_by(_f.day)


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget what is older than KEPT."""
    db.execute(delete(_figures).where(_f.municipality == municipality, _f.day < day_of(now - KEPT)))


def _within(period: Period) -> tuple[Any, ...]:
    return (
        _f.municipality == period.municipality,
        _f.department.in_(sorted(period.departments)),
        _f.service == period.service,
        _f.day.between(period.first.isoformat(), period.last.isoformat()),
    )


@cache
def _more(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    made = insert(_figures).values({each.name: bindparam(each.name) for each in _f})
    key = [each.name for each in _figures.primary_key]
    return Prepared(made.on_conflict_do_update(index_elements=key, set_={"count": _f.count + made.excluded["count"]}))


@cache
def _step(dialect: str) -> Prepared:
    """Go on from `before` to `place`; the first step of a town makes its row."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    made = insert(_counted).values({each.name: bindparam(each.name) for each in _k})
    new: Any = made.excluded
    steps = made.on_conflict_do_update(
        index_elements=["municipality"], set_={"place": new.place, "at": new.at}, where=_k.place == bindparam("before")
    )
    return Prepared(steps.returning(_k.place))
