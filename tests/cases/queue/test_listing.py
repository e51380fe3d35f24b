"""A queue shows what needs the office first, once, page by page, to those who may see it, and reads no more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from portal.cases import turn
from portal.cases.case import Case, change, opened, stands
from portal.cases.queue.listing import OLDEST, Queue, Spot, by_age, of_turn, page, turns
from portal.cases.sent import Flag
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN, plan, sent

pytestmark = pytest.mark.both_databases
DOUBT = Flag("kana-only", "name", None, "名前が、かなだけです。")
ALL = frozenset({"welfare", "residents", "tax"})
HOUR = timedelta(hours=1)


def queue(**wanted: Any) -> Queue:
    """The queue of a clerk of all departments."""
    return Queue(**({"municipality": TOWN, "departments": ALL} | wanted))


def filled(db: Connection, keys: Keys, now: datetime) -> dict[str, Case]:
    """Cases in every turn, by their keys; hours apart."""
    given = {
        name: opened(db, keys, sent(key=name, department=department, flags=flags), now + HOUR * n)
        for n, (name, department, flags) in enumerate(
            [
                ("new", "welfare", ()),
                ("doubtful", "tax", (DOUBT,)),
                ("on", "residents", (DOUBT,)),
                ("asked", "welfare", ()),
                ("reply", "tax", ()),
                ("call", "residents", ()),
                ("done", "welfare", ()),
                ("newer", "residents", ()),
            ]
        )
    }
    for name, status in (("on", "checking"), ("asked", "asked"), ("reply", "asked"), ("done", "accepted")):
        stands(db, given[name], status, now + HOUR * 20)
    change(db, TOWN, given["reply"].id, turn=turn.REPLY, turned=now + HOUR * 21)
    change(db, TOWN, given["call"].id, turn=turn.CALL, turned=now + HOUR * 22)
    for name in ("on", "newer"):
        change(db, TOWN, given[name].id, assignee="s1")
    return given


def keys_of(db: Connection, keys: Keys, wanted: Queue) -> list[str]:
    """Every page of a queue."""
    found, behind, more = list[str](), None, True
    while more:
        shown = page(db, keys, wanted, behind)
        found += [case.key for case in shown.cases]
        behind, more = shown.last, shown.more
    return found


QUEUES: Mapping[str, tuple[dict[str, Any], list[str]]] = {
    "all": ({}, ["call", "reply", "doubtful", "new", "newer", "on", "asked"]),
    "one department": ({"departments": frozenset({"tax"})}, ["reply", "doubtful"]),
    "no department": ({"departments": frozenset()}, []),
    "another town": ({"municipality": "990027"}, []),
    "a turn": ({"turn": turn.NEW}, ["new", "newer"]),
    "received": ({"status": "received"}, ["call", "doubtful", "new", "newer"]),
    "asked": ({"status": "asked"}, ["reply", "asked"]),
    "decided": ({"status": "accepted"}, []),
    "doubts": ({"flagged": True}, ["doubtful", "on"]),
    "mine": ({"assignee": "s1"}, ["newer", "on"]),
    "mine with doubts": ({"assignee": "s1", "flagged": True}, ["on"]),
    "mine in a department": ({"assignee": "s1", "departments": frozenset({"welfare"})}, []),
    "nobody's": ({"assignee": ""}, ["call", "reply", "doubtful", "new", "asked"]),
    "by age": ({"order": OLDEST}, ["new", "doubtful", "on", "asked", "reply", "call", "newer"]),
    "by age, of a status": ({"order": OLDEST, "status": "asked"}, ["asked", "reply"]),
    "by age, doubts": ({"order": OLDEST, "flagged": True}, ["doubtful", "on"]),
}


@pytest.mark.parametrize("limit", [1, 2, 50])
@pytest.mark.parametrize(("wanted", "shown"), QUEUES.values(), ids=QUEUES.keys())
def test_a_queue_in_its_order(
    database: Database, keys: Keys, now: datetime, wanted: dict[str, Any], shown: list[str], limit: int
) -> None:
    with database.writing() as db:
        filled(db, keys, now)
        assert keys_of(db, keys, queue(**wanted, limit=limit)) == shown


def test_who_has_waited_at_least_so_long(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        filled(db, keys, now)
        assert keys_of(db, keys, queue(waiting=now + HOUR)) == ["doubtful", "new"]
        assert keys_of(db, keys, queue(waiting=now - HOUR)) == []


def test_a_page_knows_whether_there_is_more(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        filled(db, keys, now)
        assert [page(db, keys, queue(limit=n)).more for n in (6, 7, 8)] == [True, False, False]
        assert page(db, keys, queue(departments=frozenset())).last is None


def test_every_query_goes_by_its_index(database: Database, keys: Keys, now: datetime) -> None:
    spot = Spot(turn.NEW, now, 3)
    looks = {
        "cases_turn": (queue(turn=turn.NEW), queue(turn=turn.NEW, assignee=""), queue(turn=turn.NEW, waiting=now)),
        "cases_flagged": (queue(turn=turn.NEW, flagged=True),),
        "cases_mine": (queue(turn=turn.NEW, assignee="s1"), queue(turn=turn.NEW, assignee="s1", flagged=True)),
    }
    with database.writing() as db:
        for n in range(30):
            opened(db, keys, sent(key=str(n), department=sorted(ALL)[n % 3]), now)
        for index, wanted in looks.items():
            for one in wanted:
                for behind in (None, spot):
                    assert set(plan(db, of_turn(one, behind))) == {index}
        assert set(plan(db, by_age(queue(order=OLDEST), 3))) == {"cases_status"}


def test_a_status_has_few_turns() -> None:
    assert [*turns(queue(status="checking"))] == [turn.CALL, turn.REPLY, turn.ON]
    assert [*turns(queue(status="checking", turn=turn.NEW))] == []
    assert [*turns(queue())] == [*turn.TURNS]


def test_of_one_moment_none_is_left_out(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        names = [f"{department}{n}" for n in range(3) for department in ("tax", "welfare")]
        for name in names:
            opened(db, keys, sent(key=name, department=name[:-1]), now)
        assert keys_of(db, keys, queue(limit=1)) == names
