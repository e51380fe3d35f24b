"""How long the queues are: counted up to a bound, so that a wave of a million applications costs no more than a few.

Nothing is written down beside the cases for it: no count can be wrong, and no two applications wait for one another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, Select, String, bindparam, func, literal_column, select, text, union_all

from portal.cases.case import FLAGGED, MINE, CaseRow
from portal.cases.queue.listing import Queue
from portal.cases.status import WITHDRAWN
from portal.cases.turn import IN_TURN, TURNS
from portal.storage.database import rows
from portal.storage.prepared import Prepared

MOST = 500
"""Cases that are counted one by one in a department's turn; what is more is told as that many and more."""

_c = rows(CaseRow).c
ALL, FLAGS, OURS, OPEN = "", "flags", "mine", "open"
Part = tuple[str, int, int]
"""What a number is of: a kind, the department's place among those in reach, and a turn."""


@dataclass(frozen=True)
class Counts:
    """How many cases are in each turn, by turn and by department; with doubts, of one clerk, and not acknowledged. From
    MOST on a department's part of a number is MOST.
    """

    turns: Mapping[int, int]
    departments: Mapping[str, int]
    flagged: int
    mine: int
    open: int


def counts(db: Connection, queue: Queue) -> Counts:
    """How long the queues of these departments are, and the one of `assignee`."""
    turns: Counter[int] = Counter()
    departments: Counter[str] = Counter()
    others: Counter[str] = Counter()
    if queue.departments:
        of = counting(len(queue.departments), MOST)[1]
        for part, count in _prepared(len(queue.departments), MOST).run(db, given(queue)).fetchall():
            kind, nth, turn = of[part]
            if kind:
                others[kind] += count
            else:
                turns[turn] += count
                departments[sorted(queue.departments)[nth]] += count
    return Counts(turns, departments, others[FLAGS], others[OURS], others[OPEN])


def given(queue: Queue) -> dict[str, str]:
    """The values for `counting`."""
    names = {f"department{n}": each for n, each in enumerate(sorted(queue.departments))}
    return {"town": queue.municipality, "assignee": queue.assignee or "", **names}


@cache
def counting(departments: int, most: int) -> tuple[Executable, Sequence[Part]]:
    """The query for so many departments, a bounded range of an index for each number, and what each number is of."""
    parts, of = list[Any](), list[Part]()

    def count(part: Part, *where: Any) -> None:
        found: Select[Any] = select(literal_column("1").label("one")).select_from(rows(CaseRow))
        some = found.where(town, *where).limit(most)
        parts.append(select(literal_column(str(len(of))), func.count()).select_from(some.subquery()))
        of.append(part)

    town = _c.municipality == bindparam("town")
    names: list[Any] = [bindparam(f"department{n}", type_=String) for n in range(departments)]
    for n, name in enumerate(names):
        mine = _c.department == name
        for turn in TURNS:
            count((ALL, n, turn), mine, _c.turn == literal_column(str(turn)), text(IN_TURN))
        count((FLAGS, n, 0), mine, text(FLAGGED))
        count((OPEN, n, 0), mine, text("acknowledged IS NULL"), _c.status != literal_column(f"'{WITHDRAWN}'"))
    count((OURS, 0, 0), _c.assignee == bindparam("assignee"), text(MINE), _c.department.in_(names))
    return union_all(*parts), of


@cache
def _prepared(departments: int, most: int) -> Prepared:
    return Prepared(counting(departments, most)[0])


def oldest(municipality: str, department: str) -> Select[Any]:
    """The query for when the oldest case of a department was received that nobody has acknowledged."""
    mine = (_c.municipality == municipality, _c.department == department, text("acknowledged IS NULL"))
    return select(_c.received).where(*mine, _c.status != WITHDRAWN).order_by(_c.received).limit(1)


def longest(db: Connection, queue: Queue) -> datetime | None:
    """Since when the oldest case has waited to be acknowledged; None where there is none."""
    found = [db.execute(oldest(queue.municipality, each)).scalar() for each in queue.departments]
    return min((one for one in found if one), default=None)
