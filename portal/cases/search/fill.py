"""Filling: the traces of cases that have none yet, a few at a time; broken off at any moment, it goes on from there."""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy import Connection, Row, Select, select, text, update

from portal.cases import turn
from portal.cases.case import UNTRACED, CaseRow, from_row
from portal.cases.search import traces
from portal.cases.status import RECEIVED
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.database import Database, rows

log = logging.getLogger(__name__)
AT_ONCE = 20
"""Cases of one transaction: some ten milliseconds that residents may have to wait."""
LOST = -1
"""Nobody has the key of such a case any more; it is found by its receipt number alone."""

_cases = rows(CaseRow)
_c = _cases.c


def fill(database: Database, keys: Keys, municipality: str) -> int:
    """Make what is missing in a town; how many cases it was."""
    filled = 0
    while True:
        with database.writing() as db:
            found = db.execute(some(municipality)).all()
            for row in found:
                _fill(db, keys, row)
        filled += len(found)
        if len(found) < AT_ONCE:
            return filled


def some(municipality: str) -> Select[Any]:
    """The query for the next cases, which nobody else changes meanwhile."""
    mine = select(_cases).where(_c.municipality == municipality, text(UNTRACED)).order_by(_c.place).limit(AT_ONCE)
    return mine.with_for_update()


def _fill(db: Connection, keys: Keys, row: Row[Any]) -> None:
    """The traces of a case, and its doubts, which nobody had counted."""
    this = update(_cases).where(_c.municipality == row.municipality, _c.id == row.id)
    try:
        case = from_row(keys, row)
    except Unreadable:
        log.error("a case of %s cannot be opened and is found by its number alone", row.municipality)
        db.execute(this.values(traced=LOST))
        return
    traces.drop(db, row.municipality, row.id)
    traces.keep(db, keys, case, case.id)
    values: dict[str, Any] = {"traced": traces.RULES}
    if case.status == RECEIVED and case.flags and case.turn == turn.NEW and not case.revision:
        values |= {"flagged": len(case.flags), "turn": turn.FLAGGED}
    db.execute(this.values(**values))
