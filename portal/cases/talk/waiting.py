"""Waiting: whether somebody waits to be called or answered about a case, written into its turn."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Index, func, select
from sqlmodel import Field, SQLModel

from portal.cases import case as cases
from portal.cases import turn as turns
from portal.cases.case import Case, only
from portal.cases.document import document
from portal.cases.principal import standing
from portal.cases.sent import Json
from portal.cases.turn import CALL, REPLY, SOMEBODY_WAITS
from portal.cases.withdrawal import taken
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.storage.columns import Moment
from portal.storage.database import rows

NOT_READ, NOT_CALLED = "read IS NULL", "done IS NULL"


class CaseReplyRow(SQLModel, table=True):
    """What the resident wrote about the case `about`; `read` is when a clerk has read it."""

    __tablename__ = "case_replies"
    __table_args__ = (
        Index("case_replies_about", "municipality", "about", "at"),
        Index("case_replies_unread", "municipality", "about", "at", **only(NOT_READ)),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    about: str
    at: datetime = Field(sa_type=Moment)
    read: datetime | None = Field(default=None, sa_type=Moment)
    sealed: bytes


class CaseCallRow(SQLModel, table=True):
    """That somebody wants to be called about the case `about`: from when on, how often it was tried, and done when."""

    __tablename__ = "case_calls"
    __table_args__ = (
        Index("case_calls_about", "municipality", "about", "asked"),
        Index("case_calls_due", "municipality", "department", "due", "id", **only(NOT_CALLED)),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    about: str
    department: str
    asked: datetime = Field(sa_type=Moment)
    due: datetime = Field(sa_type=Moment)
    tries: int
    done: datetime | None = Field(default=None, sa_type=Moment)
    sealed: bytes


class Whose(NamedTuple):
    """The case somebody talks about, its town, and the portal's public address."""

    case: Case
    town: Municipality
    portal: str


_r, _l = rows(CaseReplyRow).c, rows(CaseCallRow).c


def settle(db: Connection, case: Case, now: datetime) -> None:
    """Bring the turn of a case, held by the caller's transaction, in line with who waits now."""
    since = {CALL: _since(db, _l, _l.asked, case, _l.done), REPLY: _since(db, _r, _r.at, case, _r.read)}
    turn = next((each for each in SOMEBODY_WAITS if since[each]), turns.of(case.status, case.flagged))
    turned = since.get(turn) or (case.turned if turn == case.turn else now)
    cases.change(db, case.municipality, case.id, turn=turn, turned=turned)


def known(db: Connection, keys: Keys, case: Case) -> Json:
    """The case as a document for the office, as it is now."""
    return document(case, taken(db, case), standing.of(db, keys, case))


def _since(db: Connection, columns: Any, moment: Any, case: Case, ended: Any) -> datetime | None:
    mine = (columns.municipality == case.municipality, columns.about == case.id, ended.is_(None))
    found: datetime | None = db.execute(select(func.min(moment)).where(*mine)).scalar()
    return found
