"""How it stands with the arrival of one case: arrived, sent, tried again, or late."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from portal.cases.case import Case, CaseRow
from portal.cases.status import WITHDRAWN
from portal.delivery.outbox import DISCARDED, SET_ASIDE
from portal.delivery.watch.standing import traces
from portal.municipalities import Department
from portal.storage.database import rows

ARRIVED, SENT, AGAIN, LATE = "arrived", "sent", "again", "late"


def standing(db: Connection, case: Case, department: Department, now: datetime) -> str:
    """Whether the office has it; where not, whether it is tried again, or somebody has to look: a letter was refused
    for good or goes no more, or it is later than the department's limit."""
    if case.acknowledged:
        return ARRIVED
    letters = traces(db, case.municipality, case.id)
    if late(case, department, now) or any(letter.state in (SET_ASIDE, DISCARDED) for letter in letters):
        return LATE
    return AGAIN if any(letter.last_error for letter in letters) else SENT


def late(case: Case, department: Department, now: datetime) -> bool:
    """Whether an open case has waited longer than the department's limit."""
    return now - case.received >= timedelta(hours=department.limit)


def open_number(db: Connection, municipality: str, id: str) -> str | None:
    """The receipt number of the case with this id; None where it has arrived, was taken back, or is none."""
    cases = rows(CaseRow).c
    mine = (cases.municipality == municipality, cases.id == id)
    still_open = (cases.acknowledged.is_(None), cases.status != WITHDRAWN)
    return db.execute(select(cases.number).where(*mine, *still_open)).scalar()


def not_arrived(db: Connection, now: datetime) -> tuple[int, timedelta]:
    """Over all towns, for the operator's metrics: how many cases have not arrived, and the age of the oldest.

    What was taken back need not arrive, and nobody is alarmed of it.
    """
    cases = rows(CaseRow).c
    mine = (cases.acknowledged.is_(None), cases.status != WITHDRAWN)
    count, oldest = db.execute(select(func.count(), func.min(cases.received)).where(*mine)).one()
    return count, now - oldest if oldest else timedelta(0)
