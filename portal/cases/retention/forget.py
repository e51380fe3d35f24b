"""Forgetting one case: its row, its files, and whatever in the database is about it; its salt goes with it.

What stays is the leaf in the consent log, which holds no personal word and which nobody can tie to anybody without the
salt, and the place it had: a reader who has seen that place misses nothing that comes later.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, bindparam, column, delete, inspect, table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.cases import place
from portal.cases.case import CaseRow
from portal.cases.course import events
from portal.cases.course.bell import lines
from portal.storage import files
from portal.storage.database import rows
from portal.storage.prepared import Prepared

OWN_WAY = {"case_events": "the newest place of a town must stay given"}
"""Tables about cases that are seen to by their own room, and why."""


class CountRow(SQLModel, table=True):
    """How many cases of a service came on a day (ISO, Japan) in a language and are forgotten."""

    __tablename__ = "forgotten_counts"
    municipality: str = Field(primary_key=True)
    service: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    count: int


_cases, _counts = rows(CaseRow), rows(CountRow)
_c = _cases.c


def tables(db: Connection) -> Sequence[str]:
    """Every table with rows about cases, as the database itself knows them: none is overlooked for being new."""
    told = inspect(db)
    about = [name for name in told.get_table_names() if {"municipality", "about"} <= _columns(told, name)]
    return sorted(set(about) - OWN_WAY.keys())


def forget(db: Connection, case: Row[Any], about: Sequence[str]) -> None:
    """Take a case (a row with municipality, id, key and place) out of its own table, and of the tables `about` it."""
    for name in about:
        here = table(name, column("municipality"), column("about"))
        mine = here.c.about.in_((case.id, f"resident:{case.id}", *lines(case.id)))
        db.execute(delete(here).where(here.c.municipality == case.municipality, mine))
    events.forget(db, case.municipality, case.id)
    files.drop_of(db, case.municipality, f"case:{case.key}")
    db.execute(delete(_cases).where(_c.municipality == case.municipality, _c.id == case.id))
    place.forget(db, case.municipality, case.place)


def count(db: Connection, municipality: str, service: str, day: str, language: str) -> None:
    """One more that came that day."""
    row = {"municipality": municipality, "service": service, "day": day, "language": language, "count": 1}
    _one_more(db.dialect.name).run(db, row)


def _columns(told: Any, name: str) -> set[str]:
    return {each["name"] for each in told.get_columns(name)}


@cache
def _one_more(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    made = insert(_counts).values({each.name: bindparam(each.name) for each in _counts.c})
    key = ["municipality", "service", "day", "language"]
    return Prepared(made.on_conflict_do_update(index_elements=key, set_={"count": _counts.c.count + 1}))
