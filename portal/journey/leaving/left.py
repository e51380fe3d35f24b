"""How many left a service after which question: drafts that nobody has gone on with for some days, by their last one.

A draft is opened by nobody but its resident. Its row says which question was kept last, and that alone is counted. Who
comes back and sends it after all is not counted any more, as long as the draft would be kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select
from sqlmodel import Field, SQLModel

from portal.cases.figures.tally import KEPT, Period
from portal.catalogue import published
from portal.journey.draft import KEPT_FOR, DraftRow
from portal.storage.database import Database, rows

AWAY = timedelta(days=3)
"""Who has not gone on for so long has left; sooner they may only have gone to look for a paper."""
UNTIL = KEPT_FOR + timedelta(days=1)
"""From the day of the last answer to the midnight a draft is forgotten at."""


class LeftRow(SQLModel, table=True):
    """How many left on a day (ISO, of their last answer), after a step (see DraftRow)."""

    __tablename__ = "drafts_left"
    municipality: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    department: str = Field(primary_key=True)
    service: str = Field(primary_key=True)
    step: str = Field(primary_key=True)
    count: int


_drafts, _left = rows(DraftRow), rows(LeftRow)
_d, _l = _drafts.c, _left.c
Day = tuple[str, str, str, str]
"""Day, department, service, step."""


def count(database: Database, municipality: str, now: datetime) -> int:
    """Count the drafts of a town anew, as far as they are still kept; what was counted of older days stands."""
    with database.reading() as db:
        found = db.execute(lying(municipality, now)).all()
        owners = {hash: published.owner(db, municipality, hash) for hash in {row.version for row in found}}
    numbers = Counter[Day]()
    for row in found:
        if owner := owners[row.version]:
            numbers[_day(row.expires - UNTIL), *owner, row.step] += row.many
    with database.writing() as db:
        keep(db, municipality, numbers, now)
    return numbers.total()


def keep(db: Connection, municipality: str, numbers: Mapping[Day, int], now: datetime) -> None:
    """Keep what was counted in the place of what was before, as far as drafts are still there to be counted."""
    mine = _l.municipality == municipality
    db.execute(delete(_left).where(mine, _l.day > _day(now - UNTIL)))
    db.execute(delete(_left).where(mine, _l.day < _day(now - KEPT)))
    if numbers:
        db.execute(insert(_left), [_row(municipality, one, many) for one, many in sorted(numbers.items())])


def lying(municipality: str, now: datetime) -> Select[Any]:
    """The query for them: a range of the index of drafts by their last day."""
    last = (now - AWAY).replace(hour=0, minute=0, second=0, microsecond=0) + UNTIL
    mine = (_d.municipality == municipality, _d.expires > now, _d.expires <= last)
    wanted = select(_d.version, _d.step, _d.expires, func.count().label("many")).where(*mine)
    return wanted.group_by(_d.version, _d.step, _d.expires)


def left(db: Connection, period: Period) -> Counter[str]:
    """How many left in a period, by step."""
    found = db.execute(summed(period)).all() if period.departments else []
    return Counter({step: int(many) for step, many in found})


def summed(period: Period) -> Select[Any]:
    """The query for it: a range of the key."""
    days = _l.day.between(period.first.isoformat(), period.last.isoformat())
    mine = (_l.municipality == period.municipality, _l.department.in_(sorted(period.departments)))
    wanted = select(_l.step, func.sum(_l.count)).where(*mine, _l.service == period.service, days)
    return wanted.group_by(_l.step)


def _row(municipality: str, one: Day, many: int) -> dict[str, Any]:
    day, department, service, step = one
    told = {"municipality": municipality, "day": day, "department": department, "service": service}
    return {**told, "step": step, "count": many}


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()
