"""Notes: what clerks write to each other about a case, sealed; the resident never sees them here.

A resident may ask for everything a town has about them by law, notes too: they should be fit to be read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Index, insert, select
from sqlmodel import Field, SQLModel

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.course.messages import LONGEST, legible
from portal.cases.work.hold import Act, seen
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.storage.columns import Moment
from portal.storage.database import rows


class CaseNoteRow(SQLModel, table=True):
    """One note about the case `about`."""

    __tablename__ = "case_notes"
    __table_args__ = (Index("case_notes_about", "municipality", "about", "at"),)
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    about: str
    at: datetime = Field(sa_type=Moment)
    by: str
    sealed: bytes


@dataclass(frozen=True)
class Note:
    """What a clerk (id of staff) wrote, and when."""

    id: str
    at: datetime
    by: str
    text: str


class Empty(ValueError):
    """There is nothing in it that can be read, or it is longer than LONGEST."""


_notes = rows(CaseNoteRow)
_n = _notes.c


def write(db: Connection, keys: Keys, act: Act, text: str, id: str = "") -> None:
    """Keep a note in the caller's transaction; the same words are kept once for each id that whoever shows the form
    made, and other words under one that is used up are a note of their own. Raises Unknown or Empty.
    """
    case, plain = seen(db, keys, act), legible(text)
    if not plain or len(plain) > LONGEST:
        raise Empty
    used = db.execute(select(_n.id).where(_n.municipality == case.municipality, _n.id == id)).first()
    if used and any((one.id, one.text) == (id, plain) for one in of_case(db, keys, case)):
        return
    note = Note(new_id() if used or not id else id, act.now, act.by, plain)
    box = keys.town(case.municipality).seal(json.dumps({"text": plain}).encode(), _seal(note.id))
    row = {"municipality": case.municipality, "id": note.id, "about": case.id, "at": note.at, "by": note.by}
    db.execute(insert(_notes).values({**row, "sealed": box}))
    cases.change(db, case.municipality, case.id)


def of_case(db: Connection, keys: Keys, case: Case) -> list[Note]:
    """Every note about a case, oldest first."""
    mine, sealer = (_n.municipality == case.municipality, _n.about == case.id), keys.town(case.municipality)
    return [
        Note(row.id, row.at, row.by, json.loads(sealer.open(row.sealed, _seal(row.id)))["text"])
        for row in db.execute(select(_notes).where(*mine).order_by(_n.at, _n.id))
    ]


def _seal(id: str) -> str:
    return f"note:{id}"
