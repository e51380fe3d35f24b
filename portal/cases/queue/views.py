"""Views: queues that a clerk has named, to come back to them; nobody else sees them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select
from sqlmodel import Field, SQLModel

from portal.answers.kind import printable
from portal.cases.queue.listing import OLDEST, URGENT
from portal.cases.status import MOVES
from portal.cases.turn import NOTHING, TURNS
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.storage.database import rows

MOST = 30
"""Views of one clerk."""
LONGEST = 60
"""Signs of a name."""


class QueueViewRow(SQLModel, table=True):
    """One view of a clerk; its name may be anybody's, so it is sealed."""

    __tablename__ = "queue_views"
    municipality: str = Field(primary_key=True)
    clerk: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    sealed: bytes


@dataclass(frozen=True, kw_only=True)
class View:
    """A named queue. `departments` empty is all the clerk works for, `mine` their own, `free` nobody's; `waiting` is
    how many days it has been its turn at least, 0 for any.
    """

    name: str
    departments: tuple[str, ...] = ()
    turn: int = NOTHING
    status: str = ""
    flagged: bool = False
    mine: bool = False
    free: bool = False
    waiting: int = 0
    order: str = URGENT
    id: str = ""

    @property
    def waited(self) -> timedelta:
        """How long it has been its turn at least."""
        return timedelta(days=self.waiting)


class Unfit(ValueError):
    """There is no such queue, or no name; or the clerk has too many."""


_views = rows(QueueViewRow)
_v = _views.c


def keep(db: Connection, keys: Keys, whose: tuple[str, str], view: View) -> View:
    """A new view of a clerk (town, id of staff). Raises Unfit."""
    town, clerk = whose
    name = " ".join(printable({"name": view.name})["name"].split())[:LONGEST]
    fits = view.turn in (NOTHING, *TURNS) and view.status in ("", *MOVES) and view.order in (URGENT, OLDEST)
    if not name or not fits or view.waiting < 0 or _count(db, whose) >= MOST:
        raise Unfit
    id = new_id()
    told = {key: value for key, value in vars(view).items() if key != "id"} | {"name": name}
    box = keys.town(town).seal(json.dumps(told).encode(), _seal(id))
    db.execute(insert(_views).values(municipality=town, clerk=clerk, id=id, sealed=box))
    return _of(told, id)


def of_clerk(db: Connection, keys: Keys, whose: tuple[str, str]) -> list[View]:
    """A clerk's views, in the order they were made."""
    found = db.execute(select(_views).where(*_whose(whose)).order_by(_v.id))
    return [_read(keys, row) for row in found]


def drop(db: Connection, whose: tuple[str, str], id: str = "") -> None:
    """Forget one view, or all of a clerk who has left."""
    db.execute(delete(_views).where(*_whose(whose), *([_v.id == id] if id else [])))


def _read(keys: Keys, row: Row[Any]) -> View:
    return _of(json.loads(keys.town(row.municipality).open(row.sealed, _seal(row.id))), row.id)


def _of(told: Mapping[str, Any], id: str) -> View:
    return View(**{**told, "departments": tuple(told["departments"]), "id": id})


def _count(db: Connection, whose: tuple[str, str]) -> int:
    return int(db.execute(select(func.count()).select_from(_views).where(*_whose(whose))).scalar_one())


def _whose(whose: tuple[str, str]) -> tuple[Any, Any]:
    return _v.municipality == whose[0], _v.clerk == whose[1]


def _seal(id: str) -> str:
    return f"view:{id}"
