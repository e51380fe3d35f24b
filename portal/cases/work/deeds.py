"""Deeds: which clerk did what about a case, in codes, for the timeline and for whoever audits it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Index, insert, select
from sqlmodel import Field, SQLModel

from portal.cases.work.hold import Act
from portal.security.tokens import new_id
from portal.storage.columns import Moment
from portal.storage.database import rows

ASSIGNED, CHECKED, MOVED, WROTE, READ, CALLED = "assigned", "checked", "moved", "wrote", "read", "called"
"""Gave it to somebody; settled its doubts; moved it; wrote to the resident; read what they wrote; called, or tried."""
CALL_OPEN = "call-open"
"""Said that a call was not done after all."""
WITNESSED = "witnessed"
"""Said to have stood by at the counter when it was sent."""


class CaseDeedRow(SQLModel, table=True):
    """One deed about the case `about`; `data` is JSON of codes."""

    __tablename__ = "case_deeds"
    __table_args__ = (Index("case_deeds_about", "municipality", "about", "at"),)
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    about: str
    at: datetime = Field(sa_type=Moment)
    by: str
    what: str
    data: str


@dataclass(frozen=True)
class Deed:
    """What a clerk (id of staff) did, and what else there is to know in codes."""

    at: datetime
    by: str
    what: str
    data: Mapping[str, Any]


_deeds = rows(CaseDeedRow)
_d = _deeds.c


def note(db: Connection, act: Act, what: str, **data: str | int) -> None:
    """Keep a deed in the caller's transaction."""
    row = {"municipality": act.reach.municipality, "id": new_id(), "about": act.id, "by": act.by, "what": what}
    db.execute(insert(_deeds).values({**row, "at": act.now, "data": json.dumps(data)}))


def of_case(db: Connection, municipality: str, id: str) -> list[Deed]:
    """What was done about a case, in order."""
    mine = select(_deeds).where(_d.municipality == municipality, _d.about == id).order_by(_d.at, _d.id)
    return [Deed(row.at, row.by, row.what, json.loads(row.data)) for row in db.execute(mine)]
