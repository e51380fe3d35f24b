"""The feed tells everything once, in order, to those who may know, and nothing personal."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Event, Thread

import pytest
from sqlalchemy import Connection

from portal.cases.case import Case, opened
from portal.cases.course import events, feed
from portal.cases.inbox import Wanted
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN, plan, sent

pytestmark = pytest.mark.both_databases
ALL = frozenset({"welfare", "residents"})


def reach(departments: frozenset[str] = ALL, **wanted: int) -> Wanted:
    """What a reader reaches."""
    return Wanted(municipality=TOWN, departments=departments, **wanted)  # type: ignore[arg-type]


def case(db: Connection, keys: Keys, now: datetime, key: str, department: str = "welfare") -> Case:
    """A new case."""
    found = opened(db, keys, sent(key=key, department=department), now)
    events.tell(db, found, events.ARRIVED, now)
    return found


def test_what_happens_is_told_in_order(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        first = case(db, keys, now, "d1")
        second = case(db, keys, now, "d2", "residents")
        page = feed.page(db, reach())
    told = [(event.type, event.about, event.department, event.at) for event in page.events]
    assert told == [
        (events.ARRIVED, first.id, "welfare", first.received),
        (events.ARRIVED, second.id, "residents", second.received),
    ]
    assert not page.more


def test_pages_follow_one_another(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        given = [case(db, keys, now, f"d{n}", ("welfare", "residents")[n % 2]).id for n in range(5)]
        seen, after, more = list[str](), 0, True
        while more:
            page = feed.page(db, reach(after=after, limit=2))
            seen += [event.about for event in page.events]
            after, more = page.after, page.more
        assert seen == given
        assert feed.page(db, reach(after=after)) == feed.Page((), after, False)


def test_only_of_the_readers_departments(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        mine = case(db, keys, now, "d1")
        case(db, keys, now, "d2", "residents")
        assert [event.about for event in feed.page(db, reach(frozenset({"welfare"}))).events] == [mine.id]
        assert feed.page(db, reach(frozenset())).events == ()
        elsewhere = Wanted(municipality="990027", departments=ALL)
        assert feed.page(db, elsewhere).events == ()


def test_a_reader_never_passes_an_event_still_being_kept(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, "d1")
    begun, may_commit = Event(), Event()

    def slow() -> None:
        with database.writing() as db:
            events.tell(db, one, events.MESSAGE, now, message="slow")
            begun.set()
            may_commit.wait(10)

    def quick() -> None:
        with database.writing() as db:
            events.tell(db, one, events.MESSAGE, now, message="quick")

    writers = [Thread(target=slow), Thread(target=quick)]
    writers[0].start()
    begun.wait(10)
    writers[1].start()
    with database.reading() as db:
        seen = feed.page(db, reach())
    may_commit.set()
    for writer in writers:
        writer.join()
    with database.reading() as db:
        rest = feed.page(db, reach(after=seen.after))
    assert [event.data.get("message") for event in (*seen.events, *rest.events)] == [None, "slow", "quick"]


def test_who_stayed_away_too_long_is_told_so(database: Database, keys: Keys, now: datetime) -> None:
    day = timedelta(days=1)
    with database.writing() as db:
        for n in range(4):
            case(db, keys, now + n * day, f"d{n}")
        seen = feed.page(db, reach(limit=2))
        over = now + (feed.DAYS + 3) * day  # three are too old now, one of which nobody has seen
        assert [feed.shorten(db, TOWN, over, 2) for _ in range(3)] == [2, 1, 0]
        assert feed.shorten(db, "990027", over, 9) == 0
        with pytest.raises(feed.TooOld):
            feed.page(db, reach(after=seen.after), again=True)
        (rest,) = feed.page(db, reach()).events
        assert rest.at == now + 3 * day
        assert feed.page(db, reach(after=3), again=True).events == (rest,)
        assert len(events.of_case(db, TOWN, seen.events[0].about)) == 1, "the history of a case stays with it"


def test_who_reads_of_a_quiet_department_does_not_look_absent(database: Database, keys: Keys, now: datetime) -> None:
    quiet = frozenset({"residents"})
    with database.writing() as db:
        case(db, keys, now, "d1", "residents")
        case(db, keys, now, "d2")
        seen = feed.page(db, reach(quiet))
        assert seen.after == 2
        feed.shorten(db, TOWN, now + timedelta(days=feed.DAYS + 1), 9)
        case(db, keys, now + timedelta(days=feed.DAYS + 1), "d3", "residents")
        assert len(feed.page(db, reach(quiet, after=seen.after), again=True).events) == 1


def test_the_query_goes_by_its_index(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        for n in range(30):
            case(db, keys, now, f"d{n}", ("welfare", "residents")[n % 2])
        assert set(plan(db, feed.listing(reach(limit=5), 3), "case_events")) == {"case_events_feed"}
