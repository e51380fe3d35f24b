"""The record of each day's work, for whoever audits it: what was forgotten, what was kept though its time is over."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.language.dates import JAPAN
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

DELETED, ANONYMISED = "deleted", "anonymised"
OPEN, NOT_ARRIVED, UNKNOWN = "open", "not arrived", "unknown"
"""Why a case is kept though its time is over: it is not decided; the office may not have it, or a letter about it has
not left; nobody knows what was said of it, or with which key it is sealed.
"""
FORGOTTEN, KEPT = (DELETED, ANONYMISED), (OPEN, NOT_ARRIVED, UNKNOWN)
Report = Counter[tuple[str, str]]
"""(service, what became of it) → how many cases."""


class RunRow(SQLModel, table=True):
    """One day (ISO, Japan) of a town; `ended` is empty while it is under way or was broken off. `told` is a report."""

    __tablename__ = "retention_runs"
    municipality: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    began: datetime = Field(sa_type=Moment)
    ended: datetime | None = Field(default=None, sa_type=Moment)
    told: str


@dataclass(frozen=True)
class Run:
    """A day's work."""

    day: str
    began: datetime
    ended: datetime | None
    report: Report


_runs = rows(RunRow)
_r = _runs.c


def begin(db: Connection, municipality: str, now: datetime) -> None:
    """A day's work begins, or goes on where it was broken off."""
    row = {"municipality": municipality, "day": day_of(now), "began": milliseconds(now), "ended": None, "told": "{}"}
    _insert(db.dialect.name).run(db, row)
    db.execute(update(_runs).where(*_this(municipality, now)).values(ended=None))


def forgotten(db: Connection, municipality: str, now: datetime, some: Report) -> None:
    """Some more were forgotten, in the transaction in which they were."""
    _tell(db, municipality, now, lambda before: before + some)


def end(db: Connection, municipality: str, now: datetime, kept: Report) -> None:
    """It is done; `kept` is what stays though its time is over."""
    _tell(db, municipality, now, lambda before: only(before, FORGOTTEN) + kept)
    db.execute(update(_runs).where(*_this(municipality, now)).values(ended=now))


def done(db: Connection, municipality: str, now: datetime) -> bool:
    """Whether the day's work was done to its end."""
    ended = db.execute(select(_r.ended).where(*_this(municipality, now))).scalar()
    return ended is not None


def runs(db: Connection, municipality: str) -> list[Run]:
    """Every day's work, the newest first."""
    mine = select(_runs).where(_r.municipality == municipality).order_by(_r.day.desc())
    return [Run(row.day, row.began, row.ended, _report(row.told)) for row in db.execute(mine)]


def day_of(now: datetime) -> str:
    """The day in Japan."""
    return now.astimezone(JAPAN).date().isoformat()


def _tell(db: Connection, municipality: str, now: datetime, change: Any) -> None:
    this = _this(municipality, now)
    before = _report(db.execute(select(_r.told).where(*this).with_for_update()).scalar_one())
    db.execute(update(_runs).where(*this).values(told=_written(change(before))))


def _this(municipality: str, now: datetime) -> tuple[Any, Any]:
    return _r.municipality == municipality, _r.day == day_of(now)


def _written(report: Report) -> str:
    told: dict[str, dict[str, int]] = {}
    for (service, outcome), n in sorted(report.items()):
        told.setdefault(service, {})[outcome] = n
    return json.dumps(told)


def _report(told: str) -> Report:
    kept: Mapping[str, Mapping[str, int]] = json.loads(told)
    return Counter({(service, outcome): n for service, of_it in kept.items() for outcome, n in of_it.items()})


def only(report: Report, outcomes: tuple[str, ...]) -> Report:
    """The part of a report with these outcomes."""
    return Counter({key: n for key, n in report.items() if key[1] in outcomes})


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _r}
    return Prepared(insert(_runs).values(values).on_conflict_do_nothing())
