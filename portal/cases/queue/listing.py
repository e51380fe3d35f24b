"""A queue, page by page: the turns in their order, and within a turn whoever has waited longest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select, text, tuple_, union_all

from portal.cases.case import FLAGGED, IN_WORK, MINE, Case, CaseRow, from_row
from portal.cases.status import MOVES, undecided
from portal.cases.turn import IN_TURN, TURNS, possible
from portal.security.keys import Keys
from portal.storage.database import rows

URGENT, OLDEST = "urgent", "oldest"
"""The orders: by turn; or by when it was received, which says who waits longest for the end of it."""
UNDECIDED = tuple(filter(undecided, MOVES))
_cases = rows(CaseRow)
_c = _cases.c
_KEY = (_c.turn, _c.turned, _c.place)


class Spot(NamedTuple):
    """A place in a queue: to go on behind it."""

    turn: int
    turned: datetime
    place: int


@dataclass(frozen=True, kw_only=True)
class Queue:
    """Which cases of which departments of one town: all that is told must hold.

    `turn` 0 is every turn; `assignee` is None for everybody's and "" for nobody's; `waiting` says since when at least
    it has been its turn. The order by age is for what is told of departments and an undecided status alone.
    """

    municipality: str
    departments: frozenset[str]
    turn: int = 0
    status: str = ""
    flagged: bool = False
    assignee: str | None = None
    waiting: datetime | None = None
    order: str = URGENT
    limit: int = 50

    @property
    def by_age(self) -> bool:
        """Whether it goes by age."""
        whole = not (self.turn or self.flagged or self.waiting) and self.assignee is None
        return self.order == OLDEST and whole and self.status in ("", *UNDECIDED)


@dataclass(frozen=True)
class Page:
    """Some cases of a queue in its order; go on behind `last` where there is `more`."""

    cases: tuple[Case, ...]
    last: Spot | None
    more: bool


def page(db: Connection, keys: Keys, queue: Queue, behind: Spot | None = None) -> Page:
    """The next cases. Pages never show a case twice unless it became more urgent meanwhile."""
    if not queue.departments:
        return Page((), None, False)
    spots = _oldest(db, queue, behind) if queue.by_age else _urgent(db, queue, behind)
    shown = spots[: queue.limit]
    wanted = select(_cases).where(_c.municipality == queue.municipality, _c.place.in_([spot.place for spot in shown]))
    found = {row.place: from_row(keys, row) for row in db.execute(wanted)} if shown else {}
    cases = tuple(found[spot.place] for spot in shown if spot.place in found)
    return Page(cases, shown[-1] if shown else None, len(spots) > len(shown))


def _urgent(db: Connection, queue: Queue, behind: Spot | None) -> list[Spot]:
    """Turn by turn, until there are enough: mostly one short look."""
    spots: list[Spot] = []
    for turn in turns(queue):
        if behind is None or turn >= behind.turn:
            rest = replace(queue, turn=turn, limit=queue.limit - len(spots))
            spots += _spots(db, of_turn(rest, behind if behind and behind.turn == turn else None))
        if len(spots) > queue.limit:
            break
    return spots


def turns(queue: Queue) -> Iterator[int]:
    """The turns that a case of the queue can have, the most urgent first."""
    may = possible(queue.status) if queue.status else TURNS
    return (turn for turn in may if turn and queue.turn in (0, turn))


def of_turn(queue: Queue, behind: Spot | None) -> Select[Any]:
    """The query for one turn: a range of an index for each department, merged; one row more than wanted."""
    mine: list[Any] = [_c.municipality == queue.municipality, _c.turn == queue.turn, text(_index(queue))]
    if queue.flagged:
        mine.append(_c.flagged > 0)
    if queue.status:
        mine.append(_c.status == queue.status)
    if queue.assignee is not None:
        mine.append(_c.assignee == queue.assignee)
    if queue.waiting:
        mine.append(_c.turned <= queue.waiting)
    if behind:
        mine.append(tuple_(_c.turned, _c.place) > (behind.turned, behind.place))
    if queue.assignee:  # one clerk's few cases of all departments lie together
        return _ordered([*mine, _c.department.in_(sorted(queue.departments))], queue.limit)
    return _merged([[*mine, _c.department == each] for each in sorted(queue.departments)], queue.limit)


def _index(queue: Queue) -> str:
    if queue.assignee:
        return MINE
    return FLAGGED if queue.flagged else IN_TURN


def _ordered(where: list[Any], limit: int) -> Select[Any]:
    return select(*_KEY).where(*where).order_by(_c.turned, _c.place).limit(limit + 1)


def _merged(of_each: list[list[Any]], limit: int) -> Select[Any]:
    parts = [_ordered(where, limit).subquery(f"of_{n}") for n, where in enumerate(of_each)]
    merged = union_all(*(select(part) for part in parts)).subquery("merged")
    return select(merged).order_by(merged.c.turned, merged.c.place).limit(limit + 1)


def _oldest(db: Connection, queue: Queue, behind: Spot | None) -> list[Spot]:
    return _spots(db, by_age(queue, behind.place if behind else 0))


def by_age(queue: Queue, after: int) -> Select[Any]:
    """The query for the undecided cases behind a place, the first received first."""
    mine: list[Any] = [_c.municipality == queue.municipality, _c.place > after, text(IN_WORK)]
    parts = [
        select(*_KEY)
        .where(*mine, _c.department == department, _c.status == status)
        .order_by(_c.place)
        .limit(queue.limit + 1)
        .subquery(f"of_{n}_{status}")
        for n, department in enumerate(sorted(queue.departments))
        for status in ([queue.status] if queue.status else UNDECIDED)
    ]
    merged = union_all(*(select(part) for part in parts)).subquery("merged")
    return select(merged).order_by(merged.c.place).limit(queue.limit + 1)


def _spots(db: Connection, query: Select[Any]) -> list[Spot]:
    return [Spot(row.turn, row.turned, row.place) for row in db.execute(query)]
