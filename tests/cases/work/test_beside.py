"""Beside a case lie those of the same person, home and account, of the departments in reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from portal.cases import case as cases
from portal.cases.inbox import Wanted
from portal.cases.search import words
from portal.cases.search.traces import hashed
from portal.cases.work import beside
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import ANSWERS, TOWN, answered, plan
from tests.cases.work.given import REACH, case

ALL = Wanted(municipality=TOWN, departments=frozenset({"welfare", "residents"}))
HOME = {"postcode": "1000001", "town": "東京都千代田区千代田", "street": "1-1", "building": ""}
ADDRESS = answered("home", "address", "住所", ("東京都",), HOME)
ACCOUNT = answered("account", "bank_account", "口座", ("銀行",), {"bank": "0001", "number": "1234567", "holder": "ｱ"})
SON = {"applicant": "山田　一郎", "kana": "ヤマダ　イチロウ", "birth_date": "1960-05-05"}
STRANGER = {"applicant": "佐藤 実", "kana": "サトウ ミノル", "birth_date": "1950-01-01", "phone": "0300000000"}
pytestmark = pytest.mark.both_databases


def test_who_may_be_the_same_is_shown_with_what_they_share(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, answers=(ADDRESS, ACCOUNT), key="one")
        home = case(db, keys, now, answers=(ADDRESS,), key="home", **STRANGER)
        account = case(
            db,
            keys,
            now,
            answers=(replace(ACCOUNT, value={**ACCOUNT.value, "holder": "ｲ"}),),
            key="account",
            **STRANGER,
        )
        same = case(db, keys, now, answers=(), key="same", department="residents", kana="やまだ はなこ")
        case(db, keys, now, answers=(), key="stranger", **STRANGER)
        found = [(each.case.id, each.shares) for each in beside.beside(db, keys, ALL, one)]
        ours = [each.case.id for each in beside.beside(db, keys, REACH, one)]
    assert found == [(same.id, {words.PERSON}), (account.id, {words.ACCOUNT}), (home.id, {words.HOME})]
    assert ours == [account.id, home.id]


def test_the_household_is_found_from_either_side(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        family, son = case(db, keys, now, key="family"), case(db, keys, now, answers=(), key="son", **SON)
        assert [each.case.id for each in beside.beside(db, keys, REACH, family)] == [son.id]
        assert [each.case.id for each in beside.beside(db, keys, REACH, son)] == [family.id]
        assert beside.beside(db, keys, replace(REACH, departments=frozenset()), son) == []


def test_says_why_each_should_be_seen_and_what_to_check_first(database: Database, keys: Keys, now: datetime) -> None:
    theirs = replace(ACCOUNT, value={**ACCOUNT.value, "holder": "ｲ"})
    given: dict[str, dict[str, Any]] = {
        "other service": {"service": "hoikuen"},
        "other's account": {**STRANGER, "answers": (theirs,)},
        "the son himself": SON,
        "again": {"kana": "やまだ はなこ"},
        "taken back": {},
        "home": {**STRANGER, "answers": (ADDRESS,)},
    }
    with database.writing() as db:
        one = case(db, keys, now, answers=(*ANSWERS, ADDRESS, ACCOUNT), key="one")
        for key, changes in given.items():
            case(db, keys, now, **{"answers": (), "key": key, **changes})
        taken = cases.by_key(db, keys, TOWN, "taken back")
        assert taken
        cases.stands(db, taken, "withdrawn", now)
        found = beside.beside(db, keys, REACH, one)
    assert [(each.case.key, each.why) for each in found] == [
        ("again", beside.TWICE),
        ("the son himself", beside.NAMED),
        ("other's account", beside.SAME_ACCOUNT),
        ("home", beside.NEAR),
        ("taken back", beside.NEAR),
        ("other service", beside.NEAR),
    ]


def test_of_very_many_the_newest_are_shown(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "MOST", 2)
    with database.writing() as db:
        one, *others = [case(db, keys, now, answers=(ADDRESS,), key=key) for key in "abcd"]
        newest = sorted((other.id for other in others), reverse=True)[:2]
        assert [each.case.id for each in beside.beside(db, keys, REACH, one)] == newest


def test_the_query_goes_by_the_key(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now, answers=(ADDRESS,))
        for n in range(30):
            case(db, keys, now, answers=(ADDRESS,), key=str(n))
        terms = hashed(keys, TOWN, words.people(words.of(one)))
        key = "PRIMARY" if database.is_sqlite else "case_traces_pkey"
        assert set(plan(db, beside.sharing(ALL, terms, one.id), "case_traces")) == {key}
