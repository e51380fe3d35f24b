"""Messages from the office to whoever applied: they stand on the page that tells where the case stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Index, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.answers.kind import printable
from portal.cases.case import Case
from portal.cases.course import bell, events
from portal.cases.letters import resident
from portal.cases.letters.resident import Writing
from portal.delivery import outbox
from portal.security.keys import Keys
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

LONGEST = 2000
"""Signs of one message: a page of a letter. What is longer is better said on the telephone."""


class CaseMessageRow(SQLModel, table=True):
    """One message about the case `about`."""

    __tablename__ = "case_messages"
    __table_args__ = (Index("case_messages_about", "municipality", "about", "at"),)
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    about: str
    at: datetime = Field(sa_type=Moment)
    sealed: bytes


@dataclass(frozen=True)
class Message:
    """What the office wrote: the text as a person reads it, when, and the id that keeps it from being sent twice."""

    id: str
    at: datetime
    text: str


_messages = rows(CaseMessageRow)
_m = _messages.c


def legible(text: str) -> str:
    """A message as a person reads it: without signs no keyboard sends; empty where nothing can be seen."""
    return printable({"text": text.replace("\r\n", "\n")})["text"].strip()


def write(db: Connection, keys: Keys, about: Writing, message: Message) -> Message:
    """Keep a message in the caller's transaction, once for each id; gives the one that is kept."""
    case = about.case
    box = keys.town(case.municipality).seal(json.dumps({"text": message.text}).encode(), _seal(message.id))
    row = {"municipality": case.municipality, "id": message.id, "about": case.id, "at": milliseconds(message.at)}
    if not _insert(db.dialect.name).run(db, {**row, "sealed": box}).fetchone():
        return next(each for each in of_case(db, keys, case) if each.id == message.id)
    events.tell(db, case, events.MESSAGE, message.at, message=message.id)
    if letter := resident.message(about):
        outbox.post(db, keys, letter, message.at)
    bell.ring(db, keys, about, message.at)
    return message


def of_case(db: Connection, keys: Keys, case: Case) -> Sequence[Message]:
    """Every message about a case, oldest first."""
    mine = (_m.municipality == case.municipality, _m.about == case.id)
    sealer = keys.town(case.municipality)
    return [
        Message(row.id, row.at, json.loads(sealer.open(row.sealed, _seal(row.id)))["text"])
        for row in db.execute(select(_messages).where(*mine).order_by(_m.at, _m.id))
    ]


def _seal(id: str) -> str:
    return f"message:{id}"


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _m}
    return Prepared(insert(_messages).values(values).on_conflict_do_nothing().returning(_m.id))
