"""Places: the order of a town's cases. None is given twice, even when its case is forgotten, or a reader who has seen
the place would miss the next case that is given it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, bindparam, func, select, union_all
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.storage.database import rows
from portal.storage.prepared import Prepared


class PlaceRow(SQLModel, table=True):
    """The highest place of a town's cases that are forgotten."""

    __tablename__ = "forgotten_places"
    municipality: str = Field(primary_key=True)
    place: int


_places = rows(PlaceRow)
_p = _places.c


def highest(place: ColumnElement[int], municipality: ColumnElement[str]) -> ScalarSelect[int]:
    """The query for the highest place of the town that is bound as `municipality`, by these columns of its cases."""
    town: Any = bindparam("municipality")
    forgotten = select(_p.place).where(_p.municipality == town)
    given = union_all(select(func.max(place).label("place")).where(municipality == town), forgotten).subquery()
    return select(func.coalesce(func.max(given.c.place), 0)).scalar_subquery()


def forget(db: Connection, municipality: str, place: int) -> None:
    """The case of this place is forgotten; the place stays given."""
    _keep(db.dialect.name).run(db, {"municipality": municipality, "place": place})


@cache
def _keep(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    made = insert(_places).values(municipality=bindparam("municipality"), place=bindparam("place"))
    new: Any = made.excluded.place
    return Prepared(
        made.on_conflict_do_update(index_elements=["municipality"], set_={"place": new}, where=_p.place < new)
    )
