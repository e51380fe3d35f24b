"""The timeline tells everything about a case once, in order, with whoever did it."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from portal.cases.course import events, messages
from portal.cases.course.messages import Message
from portal.cases.talk import calls, replies
from portal.cases.talk.calls import TALKED, Wish
from portal.cases.talk.replies import Reply
from portal.cases.work import acts, deeds, notes, timeline
from portal.cases.work.hold import Act
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import plan
from tests.cases.work.given import HOUR, REACH, again, case, whose, writing

pytestmark = pytest.mark.both_databases


def test_everything_is_told_once_and_in_order(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, email="hanako@mail.example")
        events.tell(db, one, events.ARRIVED, now)

        def act(hours: int) -> Act:
            return Act(REACH, one.id, again(db, keys, one).revision, "s1", now + HOUR * hours)

        acts.opened(db, keys, act(1))
        acts.move(db, keys, act(2), writing(one), "checking")
        notes.write(db, keys, act(3), "電話した。")
        acts.write(db, keys, act(4), writing(one), Message("m1", now + HOUR * 4, "通帳を送ってください。"))
        messages.write(db, keys, writing(one), Message("m2", now + HOUR * 4, "システムから。"))
        replies.write(db, keys, whose(one), Reply("r1", now + HOUR * 5, "送りました。"))
        calls.ask(db, keys, whose(one), Wish("c1", now + HOUR * 6, "09012345678", about="口座"))
        calls.called(db, keys, act(7), "c1", TALKED)
        case(db, keys, now, key="other")
        told = timeline.timeline(db, keys, again(db, keys, one))
    found = [((entry.at - now) // HOUR, entry.kind, entry.by, entry.text) for entry in told]
    assert found == [
        (0, events.ARRIVED, "", ""),
        (1, timeline.ARRIVED, "", ""),
        (2, events.STATUS, "s1", ""),
        (3, timeline.NOTE, "s1", "電話した。"),
        (4, events.STATUS, "s1", ""),
        (4, timeline.MESSAGE, "s1", "通帳を送ってください。"),
        (4, timeline.MESSAGE, "", "システムから。"),
        (4, timeline.LETTER, "", ""),
        (4, timeline.LETTER, "", ""),
        (5, timeline.REPLY, "", "送りました。"),
        (5, timeline.LETTER, "", ""),
        (6, timeline.CALL, "", "口座"),
        (6, timeline.LETTER, "", ""),
        (7, deeds.CALLED, "s1", ""),
    ]


def test_a_case_reads_its_own_events_alone(database: Database, keys: Keys, now: datetime) -> None:
    table = rows(events.CaseEventRow)
    with database.writing() as db:
        for n in range(20):
            events.tell(db, case(db, keys, now, key=str(n)), events.ARRIVED, now)
        one = case(db, keys, now)
        mine = select(table).where(table.c.municipality == one.municipality, table.c.about == one.id)
        assert plan(db, mine.order_by(table.c.place), "case_events") == ["case_events_about"]
