"""A search finds the cases that fit all of it, of the departments in reach alone, and reads no others."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Connection

from portal.cases.case import Case, opened
from portal.cases.inbox import Wanted
from portal.cases.search import words
from portal.cases.search.found import listing, search
from portal.cases.search.traces import hashed
from portal.cases.search.typed import Sought, understood
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN, plan, sent

pytestmark = pytest.mark.both_databases
ALL = Wanted(municipality=TOWN, departments=frozenset({"welfare", "residents"}))
WELFARE = Wanted(municipality=TOWN, departments=frozenset({"welfare"}))
TARO = {"applicant": "山田 太郎", "kana": "ヤマダ タロウ", "birth_date": "1940-01-02", "phone": "0332109876"}
MINORU = {"applicant": "髙橋 実", "kana": "タカハシ ミノル", "birth_date": "1935-04-01", "phone": "08000000000"}


@pytest.fixture
def three(database: Database, keys: Keys, now: datetime) -> dict[str, Case]:
    """花子 and 太郎 of one name, 花子 and 実 of one day; 太郎 is another department's."""
    people = {
        "hanako": sent(key="1", answers=()),
        "taro": sent(key="2", answers=(), department="residents", **TARO),
        "minoru": sent(key="3", answers=(), **MINORU),
    }
    with database.writing() as db:
        return {name: opened(db, keys, one, now) for name, one in people.items()}


def names(db: Connection, keys: Keys, sought: Sought, three: dict[str, Case], reach: Wanted = ALL) -> set[str]:
    found = {case.id for case in search(db, keys, reach, sought).cases}
    return {name for name, case in three.items() if case.id in found}


FINDS = {
    "山田": {"hanako", "taro"},
    "ﾔﾏﾀﾞ": {"hanako", "taro"},
    "やまだはなこ": {"hanako"},
    "高橋": {"minoru"},
    "S10.4.1": {"hanako", "minoru"},
    "高橋 昭和10年4月1日": {"minoru"},
    "山田 1935/4/1": {"hanako"},
    "山田 090-1234-5678 1935/4/1": {"hanako"},
    "山田 03-3210-9876 1935/4/1": set(),
    "０８０００００００００": {"minoru"},
    "佐藤": set(),
    "": set(),
}


@pytest.mark.parametrize(("typed", "who"), FINDS.items(), ids=FINDS.keys())
def test_all_of_it_must_fit(database: Database, keys: Keys, three: dict[str, Case], typed: str, who: set[str]) -> None:
    with database.reading() as db:
        assert names(db, keys, understood(typed), three) == who


def test_nobody_finds_what_is_not_theirs(database: Database, keys: Keys, three: dict[str, Case]) -> None:
    elsewhere = Wanted(municipality="990027", departments=ALL.departments)
    nothing = Wanted(municipality=TOWN, departments=frozenset())
    with database.reading() as db:
        assert names(db, keys, Sought(name="山田"), three, WELFARE) == {"hanako"}
        for reach in (elsewhere, nothing):
            assert names(db, keys, Sought(name="山田"), three, reach) == set()
        for sought in (Sought(number=three["taro"].number), Sought(phone="0332109876")):
            assert names(db, keys, sought, three) == {"taro"}
            assert names(db, keys, sought, three, WELFARE) == set()


def test_a_receipt_number_is_enough(database: Database, keys: Keys, three: dict[str, Case]) -> None:
    with database.reading() as db:
        number = three["minoru"].number
        assert names(db, keys, understood(f"受付番号 {number}"), three) == {"minoru"}
        assert names(db, keys, Sought(number="0000-0000-00", phone="08000000000"), three) == {"minoru"}


def test_pages_follow_one_another_the_newest_first(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        given = [
            opened(db, keys, sent(key=str(n), department=("welfare", "residents")[n % 2]), now).id for n in range(9)
        ]
        reach = Wanted(municipality=TOWN, departments=ALL.departments, limit=4)
        page = search(db, keys, reach, Sought(name="山田"))
        seen = [case.id for case in page.cases]
        while page.more:
            page = search(db, keys, reach, Sought(name="山田"), page.before)
            seen += [case.id for case in page.cases]
    assert sorted(seen, reverse=True) == seen
    assert sorted(seen) == sorted(given)


def test_every_query_goes_by_the_key(database: Database, keys: Keys, now: datetime) -> None:
    key = "PRIMARY" if database.is_sqlite else "case_traces_pkey"
    with database.writing() as db:
        for n in range(30):
            opened(db, keys, sent(key=str(n), phone=f"0801111{n:04}"), now)
        name, day = (hashed(keys, TOWN, some) for some in (words.named("山田"), [(words.BIRTH, "1935-04-01")]))
        assert set(plan(db, listing(ALL, [name], "f"), "case_traces", ("here",))) == {key}
        if database.is_sqlite:  # the one statement's parts have names of their own
            assert set(plan(db, listing(ALL, [day, name], "f"), "here")) == {key}
        # What is found is held against the few traces of one case, by either end of the key.
        both = plan(db, listing(ALL, [day, name], "f"), "case_traces", ("here", "there_0"))
        assert set(both) <= {key, "case_traces_about"}
