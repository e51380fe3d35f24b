"""What happened to a case is its history, and goes with it; no place is given twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from portal.cases.course import events, feed
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.course.given import REACH
from tests.cases.course.test_feed import case
from tests.cases.given import TOWN

pytestmark = pytest.mark.both_databases


def test_what_happened_is_forgotten_with_its_case_and_no_place_is_given_again(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        first, second = (case(db, keys, now, key) for key in ("d1", "d2"))
        events.tell(db, first, events.STATUS, now, status="checking", before="received")
        events.tell(db, second, events.MESSAGE, now, message="hello")
        before = feed.page(db, REACH)
        events.forget(db, TOWN, first.id)
        assert events.of_case(db, TOWN, first.id) == []
        assert [event.about for event in feed.page(db, REACH).events] == [second.id] * 2
        events.forget(db, TOWN, second.id)
        assert feed.page(db, REACH).events == ()
        third = case(db, keys, now, "d3")
        (new,) = feed.page(db, replace(REACH, after=before.after), again=True).events
        assert (new.about, new.place) == (third.id, before.after + 1)
        events.forget(db, "990027", third.id)
        assert len(events.of_case(db, TOWN, third.id)) == 1
