"""A statement of the hot path: written as SQLAlchemy Core, compiled once, run on the driver's own cursor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Connection, Executable
from sqlalchemy.sql.elements import ClauseElement


class Prepared:
    """For statements that run with every question: SQLAlchemy's own way around them costs more than they do.

    Values go in and rows come out as the driver knows them: a moment is its milliseconds.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = cast(ClauseElement, statement)
        self._texts: dict[str, tuple[str, list[str] | None, dict[str, Any]]] = {}

    def run(self, db: Connection, values: Mapping[str, Any]) -> Any:
        """The driver's cursor after running with these values."""
        text, order, fixed = self._texts.get(db.dialect.name) or self._compiled(db)
        named = {**fixed, **values} if fixed else values
        given = named if order is None else [named[name] for name in order]
        return cast(Any, db.connection.dbapi_connection).execute(text, given)

    def _compiled(self, db: Connection) -> tuple[str, list[str] | None, dict[str, Any]]:
        compiled = cast(Any, self._statement.compile(dialect=db.dialect))
        fixed = {name: bound.value for name, bound in compiled.binds.items() if not bound.required}
        made = self._texts[db.dialect.name] = (str(compiled), compiled.positiontup, fixed)
        return made
