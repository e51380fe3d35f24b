"""Who wants to be called is called at a time that suits them, by whoever may, until somebody has spoken with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from portal.cases import turn
from portal.cases.case import Case
from portal.cases.talk import calls, replies
from portal.cases.talk.calls import AFTERNOON, AGAIN, AWAY, MORNING, NO_NEED, TALKED, After, Wish
from portal.cases.talk.replies import Reply
from portal.cases.talk.waiting import CaseCallRow
from portal.cases.work import deeds
from portal.cases.work.hold import Overtaken, Unknown
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import TOWN, plan
from tests.cases.work.given import HOUR, OTHERS, REACH, act, again, case, whose

pytestmark = pytest.mark.both_databases
TOMORROW = date(2026, 11, 25)


def wish(now: datetime, id: str = "c1", **how: object) -> Wish:
    return replace(Wish(id, now, "09012345678", about="口座のこと"), **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "part", "due"),
    [
        (None, calls.ANY, "2026-11-24T01:00+00:00"),
        (TOMORROW, MORNING, "2026-11-25T09:00+09:00"),
        (TOMORROW, AFTERNOON, "2026-11-25T13:00+09:00"),
        (date(2026, 11, 24), MORNING, "2026-11-24T01:00+00:00"),
        (date(2026, 11, 24), AFTERNOON, "2026-11-24T13:00+09:00"),
    ],
)
def test_a_wish_is_due_at_its_time(now: datetime, day: date | None, part: str, due: str) -> None:
    assert wish(now, day=day, part=part).due == datetime.fromisoformat(due)


def test_the_queue_has_who_is_due_first(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        given = {key: case(db, keys, now, key=key) for key in ("later", "now", "theirs")}
        calls.ask(db, keys, whose(given["later"]), wish(now, "c1", day=TOMORROW))
        calls.ask(db, keys, whose(given["now"]), wish(now, "c2"))
        calls.ask(db, keys, whose(case(db, keys, now, key="tax", department="residents")), wish(now, "c3"))
        found = calls.queue(db, keys, REACH)
        assert [call.wish for call in found] == [wish(now, "c2"), wish(now, "c1", day=TOMORROW)]
        assert [call.case for call in found] == [given["now"].id, given["later"].id]
        one = replace(REACH, limit=1)
        first = calls.queue(db, keys, one)[0]
        assert [call.wish.id for call in calls.queue(db, keys, one, After(first.due, first.wish.id))] == ["c1"]
        assert calls.queue(db, keys, replace(REACH, departments=frozenset())) == []


def test_a_call_comes_first_and_ends_when_they_spoke(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        replies.write(db, keys, whose(one), Reply("r1", now, "電話してください。"))
        calls.ask(db, keys, whose(one), wish(now + HOUR))
        waits = again(db, keys, one)
        assert (waits.turn, waits.turned) == (turn.CALL, now + HOUR)
        calls.called(db, keys, act(waits, now), "c1", AWAY)
        (call,) = calls.queue(db, keys, REACH)
        assert (call.tries, call.due) == (1, now + HOUR + AGAIN)
        assert again(db, keys, one).turn == turn.CALL
        calls.called(db, keys, act(waits, now + HOUR), "c1", TALKED)
        assert calls.queue(db, keys, REACH) == []
        assert (again(db, keys, one).turn, again(db, keys, one).turned) == (turn.REPLY, now), "they still wait for it"
        told = [(deed.what, deed.data) for deed in deeds.of_case(db, TOWN, one.id)]
    assert told == [(deeds.CALLED, {"outcome": AWAY}), (deeds.CALLED, {"outcome": TALKED})]


def test_of_two_who_call_the_second_is_told(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one, other = case(db, keys, now), case(db, keys, now, key="other")
        calls.ask(db, keys, whose(one), wish(now))
        for wrong in (act(other, now), act(one, now, OTHERS)):
            with pytest.raises(Unknown):
                calls.called(db, keys, wrong, "c1", TALKED)
        calls.called(db, keys, act(one, now), "c1", NO_NEED)
        with pytest.raises(Overtaken):
            calls.called(db, keys, act(one, now, by="s2"), "c1", TALKED)


def test_a_call_that_is_not_done_after_all_waits_as_before(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        calls.ask(db, keys, whose(one), wish(now))
        with pytest.raises(Overtaken):
            calls.reopen(db, keys, act(one, now), "c1")
        calls.called(db, keys, act(one, now), "c1", TALKED)
        for wrong, id in ((act(one, now, OTHERS), "c1"), (act(one, now), "c9")):
            with pytest.raises(Unknown):
                calls.reopen(db, keys, wrong, id)
        calls.reopen(db, keys, act(one, now), "c1")
        assert [(call.wish.id, call.due) for call in calls.queue(db, keys, REACH)] == [("c1", now)]
        assert (again(db, keys, one).turn, again(db, keys, one).turned) == (turn.CALL, now)
        assert [deed.what for deed in deeds.of_case(db, TOWN, one.id)] == [deeds.CALLED, deeds.CALL_OPEN]
        calls.ask(db, keys, whose(one), wish(now + HOUR, "c2"))
        with pytest.raises(Overtaken):
            calls.reopen(db, keys, act(one, now), "c1")


def test_a_newer_wish_takes_the_place_of_the_older(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        for id in ("c1", "c2", "c2"):
            calls.ask(db, keys, whose(one), wish(now + timedelta(minutes=1), id))
        assert [call.wish.id for call in calls.queue(db, keys, REACH)] == ["c2"]
        assert [(call.wish.id, bool(call.done)) for call in calls.of_case(db, keys, one)] == [
            ("c1", True),
            ("c2", False),
        ]


def test_no_number_lies_open_and_each_query_goes_by_its_index(database: Database, keys: Keys, now: datetime) -> None:
    table = rows(CaseCallRow)

    def one(n: int) -> Case:
        return case(db, keys, now, key=str(n))

    with database.writing() as db:
        for n in range(20):
            calls.ask(db, keys, whose(one(n)), wish(now, f"c{n:02}"))
        told = str(db.execute(select(table)).all())
        assert not [word for word in ("0901234", "口座") if word in told]
        both = replace(REACH, departments=REACH.departments | OTHERS.departments)
        for behind in (None, After(now, "c03")):
            assert set(plan(db, calls.listing(both, behind), "case_calls")) == {"case_calls_due"}
        assert set(plan(db, calls.counting(both, 9), "case_calls")) == {"case_calls_due"}
        assert [calls.many(db, reach, 9) for reach in (both, OTHERS, replace(both, departments=frozenset()))] == [
            9,
            0,
            0,
        ]
        assert calls.many(db, REACH, 50) == 20
