"""The alarm: a department and the operator are told of cases that have not come to the office in time.

Once, then daily until each of them has arrived or was taken back. It names receipt numbers, and nothing of a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.cases.batch.mark import about
from portal.cases.case import CaseRow
from portal.cases.letters.wording import moment_shown
from portal.cases.status import WITHDRAWN
from portal.delivery import outbox
from portal.delivery.envelope import Envelope
from portal.delivery.outbox import DELIVERED
from portal.delivery.watch.reasons import reason
from portal.delivery.watch.standing import Trace, traces
from portal.municipalities import Department, Municipality
from portal.municipalities.delivery import Batch
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import Database, rows
from portal.storage.prepared import Prepared
from portal.templating import letter

NAMED = 20
"""Receipt numbers in one alarm."""
DAILY = timedelta(hours=23, minutes=30)
"""From one alarm to the next: whoever looks does so once an hour, so that an alarm keeps to its hour of the day."""
UNSENT = "取りに来る約束の申し込みです。まだ、受け取ったという知らせがありません。"
"""Why a case is open for which nothing waits to be sent: nobody fetched it, or somebody was told and has not looked."""


class AlarmRow(SQLModel, table=True):
    """When a department was last alarmed; gone when everything has arrived."""

    __tablename__ = "alarms"
    municipality: str = Field(primary_key=True)
    department: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True)
class Late:
    """What has not arrived in time: how many cases, and of the oldest of them ids and receipt numbers."""

    count: int
    oldest: datetime
    ids: tuple[str, ...]
    numbers: tuple[str, ...]


_alarms = rows(AlarmRow)
_a = _alarms.c
_c = rows(CaseRow).c


def ring(database: Database, keys: Keys, town: Municipality, operator: str, now: datetime) -> int:
    """Post the alarms of a town that are due; how many departments it was. `operator` is an address, or ""."""
    with database.reading() as db:
        found = late(db, town, now)
        rung = set(db.scalars(select(_a.department).where(_a.municipality == town.code)))
    if not found and not rung:
        return 0
    with database.writing() as db:
        over = [department for department in rung if department not in found]
        db.execute(delete(_alarms).where(_a.municipality == town.code, _a.department.in_(over)))
        due = [department for department in found if _claimed(db, town.code, department, now)]
        for department in due:
            for envelope in _envelopes(db, (town, department), found[department], operator):
                outbox.post(db, keys, envelope, now)
    return len(due)


def late(db: Connection, town: Municipality, now: datetime) -> Mapping[str, Late]:
    """What has not arrived in time, by department."""
    found = {id: _late(db, town.code, id, limit(one, now)) for id, one in town.departments.items()}
    return {id: one for id, one in found.items() if one}


def limit(department: Department, now: datetime) -> datetime:
    """What was received before this moment should have arrived."""
    return now - timedelta(hours=department.limit)


def waiting(municipality: str, department: str, before: datetime) -> Select[Any]:
    """The query for cases received until a moment that have not arrived."""
    mine = (_c.municipality == municipality, _c.department == department, _c.acknowledged.is_(None))
    return select(_c.id, _c.number, _c.received).where(*mine, _c.received <= before, _c.status != WITHDRAWN)


def _late(db: Connection, municipality: str, department: str, before: datetime) -> Late | None:
    wanted = waiting(municipality, department, before)
    oldest = db.execute(wanted.order_by(_c.received).limit(NAMED)).all()
    if not oldest:
        return None
    count = db.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    ids, numbers, moments = zip(*oldest, strict=True)
    return Late(count, moments[0], ids, numbers)


def _envelopes(db: Connection, about: tuple[Municipality, str], found: Late, operator: str) -> list[Envelope]:
    town, department = about
    told = _told(db, town, department, found)
    made = [_envelope(town, department, town.departments[department].email, told | {"operator": False})]
    if operator:
        made.append(_envelope(town, "", operator, told | {"operator": True}))
    # While one waits for a mail server that is away, another would only come on top of it.
    return [one for one in made if all(before.ended for before in traces(db, town.code, one.about))]


def _told(db: Connection, town: Municipality, department: str, found: Late) -> dict[str, Any]:
    channels = town.departments[department].delivery
    batches = [about(department, one.every) for one in channels if isinstance(one, Batch)]
    together = [one for batch in batches for one in _staying(db, town, batch)]
    reasons: Counter[str] = Counter()
    for case in found.ids:
        letters = [*_staying(db, town, case), *together]
        error = next((one.last_error for one in letters if one.last_error), "")
        reasons[reason(error).japanese if letters or batches else UNSENT] += 1
    return {
        "town": town,
        "department": town.departments[department],
        "late": found,
        "oldest": moment_shown(found.oldest),
        "reasons": reasons.most_common(),
    }


def _staying(db: Connection, town: Municipality, about: str) -> list[Trace]:
    """The letters about something that have not left."""
    return [one for one in traces(db, town.code, about) if one.state != DELIVERED]


def _envelope(town: Municipality, department: str, address: str, told: dict[str, Any]) -> Envelope:
    written = letter("alarm", **told)
    return Envelope(
        municipality=town.code,
        id=new_id(),
        about=f"alarm:{told['department'].name}:{address}",
        to=address,
        subject=written.subject,
        text=written.text,
        html=written.html,
        department=department,
    )


def _claimed(db: Connection, municipality: str, department: str, now: datetime) -> bool:
    """Whether it is time for the next one; of several machines one is told so."""
    values = {"town": municipality, "department": department, "now": milliseconds(now)}
    return _claim(db.dialect.name).run(db, values | {"last": milliseconds(now - DAILY)}).fetchone() is not None


@cache
def _claim(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    row: dict[str, Any] = {"municipality": bindparam("town"), "department": bindparam("department")}
    made = insert(_alarms).values({**row, "at": bindparam("now")})
    key, time = ["municipality", "department"], _a.at <= bindparam("last")
    again = made.on_conflict_do_update(index_elements=key, set_={"at": bindparam("now")}, where=time)
    return Prepared(again.returning(_a.department))
