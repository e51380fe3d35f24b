"""What a clerk does is done once, by who may, and never over what another has done meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from threading import Barrier, Thread

import pytest

from portal.cases import turn
from portal.cases.arrival.acknowledgement import DESK, channels
from portal.cases.case import change, stands
from portal.cases.course import messages
from portal.cases.course.change import Impossible
from portal.cases.course.messages import Message
from portal.cases.work import acts, deeds
from portal.cases.work.hold import Overtaken, Unknown
from portal.cases.work.notes import Empty
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN
from tests.cases.work.given import DOUBT, HOUR, OTHERS, act, again, case, writing

pytestmark = pytest.mark.both_databases


def test_who_opens_a_case_has_it(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        found = acts.opened(db, keys, act(one, now))
        assert (found.acknowledged, found.seen) == (now + HOUR, now + HOUR)
        assert found.revision == one.revision, "to look changes nothing"
        later = acts.opened(db, keys, act(one, now + HOUR))
        assert later == found
        assert channels(db, TOWN, one.id) == {DESK: now + HOUR}


def test_a_case_is_given_to_somebody_and_back(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        given = acts.assign(db, keys, act(one, now), "s2")
        assert (given.assignee, given.revision) == ("s2", one.revision + 1)
        assert acts.assign(db, keys, act(given, now), "s2") == given, "nothing to do"
        assert acts.assign(db, keys, act(given, now), "").assignee == ""
        told = [(deed.what, deed.by, deed.data) for deed in deeds.of_case(db, TOWN, one.id)]
    assert told == [
        (deeds.ASSIGNED, "s1", {"to": "s2", "before": ""}),
        (deeds.ASSIGNED, "s1", {"to": "", "before": "s2"}),
    ]


def test_checked_doubts_are_no_flags_any_more(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, flags=(DOUBT,))
        done = acts.check(db, keys, act(one, now))
        assert (done.flagged, done.turn, done.flags) == (0, turn.NEW, (DOUBT,)), "what was sent stays"
        assert done.turned == now, "it has waited since it came"
        assert acts.check(db, keys, act(done, now)) == done
        waits = case(db, keys, now, key="waits", flags=(DOUBT,))
        change(db, TOWN, waits.id, turn=turn.CALL)
        assert acts.check(db, keys, act(again(db, keys, waits), now)).turn == turn.CALL


def test_a_case_moves_and_stays_with_who_moved_it(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        moved = acts.move(db, keys, act(one, now), writing(one), "checking")
        assert (moved.status, moved.assignee, moved.turn) == ("checking", "s1", turn.ON)
        done = acts.move(db, keys, act(moved, now, by="s2"), writing(moved), "accepted")
        assert (done.status, done.assignee) == ("accepted", "s1")
        with pytest.raises(Impossible):
            acts.move(db, keys, act(done, now), writing(done), "checking")
        moves = [(deed.by, deed.data) for deed in deeds.of_case(db, TOWN, one.id)]
    assert moves == [
        ("s1", {"status": "checking", "before": "received"}),
        ("s2", {"status": "accepted", "before": "checking"}),
    ]


def test_nobody_acts_on_what_they_have_not_seen(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, flags=(DOUBT,))
        stands(db, one, "checking", now)
        for late in (
            lambda: acts.assign(db, keys, act(one, now), "s1"),
            lambda: acts.check(db, keys, act(one, now)),
            lambda: acts.move(db, keys, act(one, now), writing(one), "accepted"),
        ):
            with pytest.raises(Overtaken) as told:
                late()
            assert told.value.case == again(db, keys, one)
        assert again(db, keys, one).status == "checking"


def test_nobody_reaches_another_departments_case(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, flags=(DOUBT,))
        elsewhere = replace(OTHERS, municipality="990027", departments=frozenset({"welfare"}))
        for reach in (OTHERS, elsewhere):
            for attempt in (
                lambda to: acts.opened(db, keys, to),
                lambda to: acts.assign(db, keys, to, "s1"),
                lambda to: acts.check(db, keys, to),
                lambda to: acts.move(db, keys, to, writing(one), "checking"),
            ):
                with pytest.raises(Unknown):
                    attempt(act(one, now, reach))
        assert again(db, keys, one) == one


def test_of_two_clerks_at_once_one_is_shown_the_others(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
    both, outcomes = Barrier(2), list[str]()

    def press(by: str, to: str) -> None:
        both.wait(10)
        try:
            with database.writing() as db:
                acts.assign(db, keys, act(one, now, by=by), to)
            outcomes.append("done")
        except Overtaken as told:
            outcomes.append(told.case.assignee)

    clerks = [Thread(target=press, args=(by, by)) for by in ("s1", "s2")]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    with database.reading() as db:
        first = again(db, keys, one).assignee
    assert sorted(outcomes) == sorted(["done", first])


def test_a_question_is_asked_once_and_waits_for_the_resident(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        on = acts.move(db, keys, act(one, now), writing(one), "checking")
        message = Message("m1", now, " 口座の番号を教えてください。 ")
        asked = acts.write(db, keys, act(on, now), writing(on), message)
        assert (asked.status, asked.turn) == ("asked", turn.ASKED)
        assert acts.write(db, keys, act(on, now), writing(on), message) == asked, "pressed twice"
        more = acts.write(db, keys, act(asked, now), writing(asked), replace(message, id="m2"))
        assert (more.status, more.revision) == ("asked", asked.revision + 1)
        assert [each.text for each in messages.of_case(db, keys, one)] == ["口座の番号を教えてください。"] * 2


@pytest.mark.parametrize("text", ["", "あ" * 2001], ids=["none", "long"])
def test_nothing_is_not_written(database: Database, keys: Keys, now: datetime, text: str) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        with pytest.raises(Empty):
            acts.write(db, keys, act(one, now), writing(one), Message("m1", now, text))
        stands(db, one, "checking", now)
        with pytest.raises(Overtaken):
            acts.write(db, keys, act(one, now), writing(one), Message("m1", now, "?"))
        assert messages.of_case(db, keys, one) == []
