"""The inbox shows every case once, in order, to those who may see it, and reads no more than it shows."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Event, Thread

import pytest
from sqlalchemy import Connection

from portal.cases import inbox
from portal.cases.case import Case, opened, stands
from portal.cases.inbox import Wanted
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN, plan, sent

pytestmark = pytest.mark.both_databases
ALL = frozenset({"welfare", "residents", "tax"})


def a_few(db: Connection, keys: Keys, now: datetime, count: int = 9) -> list[Case]:
    """Cases of three departments in turn, a day apart."""
    return [
        opened(db, keys, sent(key=f"d{n}", department=("welfare", "residents", "tax")[n % 3]), now + timedelta(days=n))
        for n in range(count)
    ]


def numbers(page: inbox.Page) -> list[str]:
    return [case.number for case in page.cases]


def test_pages_follow_one_another_and_miss_nothing(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        given = [case.number for case in a_few(db, keys, now)]
        seen: list[str] = []
        page = inbox.page(db, keys, Wanted(municipality=TOWN, departments=ALL, limit=4))
        while page.cases:
            seen += numbers(page)
            assert page.more == (len(seen) < len(given))
            page = inbox.page(db, keys, Wanted(municipality=TOWN, departments=ALL, limit=4, after=page.after))
    assert seen == given


def test_the_end_is_kept_as_the_place_to_go_on(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        a_few(db, keys, now, 3)
        end = inbox.page(db, keys, Wanted(municipality=TOWN, departments=ALL))
        rest = inbox.page(db, keys, Wanted(municipality=TOWN, departments=ALL, after=end.after))
        assert (rest.cases, rest.after, rest.more) == ((), end.after, False)
        late = opened(db, keys, sent(key="late"), now)
        assert numbers(inbox.page(db, keys, Wanted(municipality=TOWN, departments=ALL, after=rest.after))) == [
            late.number
        ]


def test_only_the_readers_town_and_departments(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        given = a_few(db, keys, now)
        opened(db, keys, sent(municipality="990027"), now)
        tax = Wanted(municipality=TOWN, departments=frozenset({"tax"}))
        nobody = Wanted(municipality=TOWN, departments=frozenset())
        assert numbers(inbox.page(db, keys, tax)) == [case.number for case in given if case.department == "tax"]
        assert inbox.page(db, keys, nobody).cases == ()
        two = inbox.page(db, keys, Wanted(municipality=TOWN, departments=frozenset({"tax"}), limit=2))
        assert (numbers(two), two.more) == ([given[2].number, given[5].number], True)
        assert inbox.one(db, keys, tax, given[0].id) is None
        assert inbox.one(db, keys, tax, given[2].id) == given[2]
        assert inbox.one(db, keys, Wanted(municipality="990027", departments=ALL), given[2].id) is None


def test_since_a_moment(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        given = a_few(db, keys, now)
        at_seven = Wanted(municipality=TOWN, departments=ALL, since=given[7].received)
        assert numbers(inbox.page(db, keys, at_seven)) == [case.number for case in given[7:]]
        before_all = Wanted(municipality=TOWN, departments=ALL, since=now - timedelta(days=99))
        assert len(inbox.page(db, keys, before_all).cases) == 9
        after_all = Wanted(municipality=TOWN, departments=ALL, since=now + timedelta(days=99))
        assert inbox.page(db, keys, after_all).cases == ()


def test_only_those_that_stand_somewhere(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        given = a_few(db, keys, now)
        stands(db, given[1], "checking", now)
        stands(db, given[2], "accepted", now)
        for status, found in (("checking", given[1:2]), ("accepted", given[2:3]), ("received", [given[0], *given[3:]])):
            page = inbox.page(db, keys, Wanted(municipality=TOWN, departments=ALL, status=status))
            assert numbers(page) == [case.number for case in found]


def test_since_finds_cases_whose_clock_was_ahead(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        ahead = opened(db, keys, sent(key="ahead"), now)
        opened(db, keys, sent(key="behind"), now - timedelta(minutes=50))
        wanted = Wanted(municipality=TOWN, departments=ALL, since=now - timedelta(minutes=10))
        assert numbers(inbox.page(db, keys, wanted)) == [ahead.number]


def test_a_reader_never_passes_a_case_still_being_kept(database: Database, keys: Keys, now: datetime) -> None:
    """Two cases are opened at once; the one that commits late must not be behind what a reader has seen."""
    wanted = Wanted(municipality=TOWN, departments=ALL)
    first_opened, may_commit = Event(), Event()

    def slow() -> None:
        with database.writing() as db:
            opened(db, keys, sent(key="slow"), now)
            first_opened.set()
            may_commit.wait(10)

    def quick() -> None:
        with database.writing() as db:
            opened(db, keys, sent(key="quick"), now)

    writers = [Thread(target=slow), Thread(target=quick)]
    writers[0].start()
    first_opened.wait(10)
    writers[1].start()
    with database.reading() as db:
        seen = inbox.page(db, keys, wanted)
    may_commit.set()
    for writer in writers:
        writer.join()
    with database.reading() as db:
        rest = inbox.page(db, keys, Wanted(municipality=TOWN, departments=ALL, after=seen.after))
    assert sorted(case.key for case in seen.cases + rest.cases) == ["quick", "slow"]


def test_every_query_goes_by_its_index(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        a_few(db, keys, now, 30)
        one = Wanted(municipality=TOWN, departments=frozenset({"tax"}), limit=5)
        checking = Wanted(municipality=TOWN, departments=frozenset({"tax"}), limit=5, status="checking")
        done = Wanted(municipality=TOWN, departments=frozenset({"tax"}), limit=5, status="accepted")
        several = Wanted(municipality=TOWN, departments=ALL, limit=5, since=now)
        assert set(plan(db, inbox.listing(one, 3))) == {"cases_inbox"}
        assert set(plan(db, inbox.listing(checking, 3))) == {"cases_status"}
        assert set(plan(db, inbox.listing(done, 3))) == {"cases_inbox"}
        assert set(plan(db, inbox.listing(several, 3))) == {"cases_inbox"}
        assert set(plan(db, inbox.start(TOWN, "tax", now))) == {"cases_received"}
