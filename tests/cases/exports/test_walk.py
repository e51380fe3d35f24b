"""Every case once, in the order they came, in memory that does not grow with them."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from portal.cases.case import Case, opened
from portal.cases.exports import walk
from portal.cases.exports.walk import Wanted, counted, each, some
from portal.cases.withdrawal import Wish, take_back
from portal.consent import wording
from portal.consent.record import Act
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA, TOWN, plan, sent
from tests.consent.given import sealed


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at a time, so that a handful of cases takes several readings."""
    monkeypatch.setattr(walk, "AT_ONCE", 2)


def kept(database: Database, keys: Keys, now: datetime, count: int, **changes: Any) -> list[Case]:
    """Cases of two services and two departments by turns, a day apart."""
    with database.writing() as db:
        return [
            opened(db, keys, sent(**({"key": f"d{n}", **_turn(n)} | changes)), now + timedelta(days=n))
            for n in range(count)
        ]


def _turn(n: int) -> dict[str, str]:
    return {"service": ("kyufukin", "juminhyo")[n % 2], "department": ("welfare", "residents")[n // 2 % 2]}


def numbers(database: Database, keys: Keys, **wanted: Any) -> list[str]:
    """The receipt numbers of those wanted."""
    return [told.case.number for told in each(database, keys, Wanted(municipality=TOWN, **wanted))]


@pytest.mark.both_databases
@pytest.mark.usefixtures("few")
def test_every_case_comes_once_in_order(database: Database, keys: Keys, now: datetime) -> None:
    given = [case.number for case in kept(database, keys, now, 7)]
    kept(database, keys, now, 1, municipality="990027")
    assert numbers(database, keys) == given
    assert numbers(database, keys, service="juminhyo") == given[1::2]
    assert numbers(database, keys, departments=frozenset({"residents"})) == given[2:4] + given[6:]
    assert numbers(database, keys, since=now + timedelta(days=2), until=now + timedelta(days=4)) == given[2:4]
    with database.reading() as db:
        assert counted(db, Wanted(municipality=TOWN, service="juminhyo")) == 3


@pytest.mark.usefixtures("few")
def test_what_comes_meanwhile_is_for_the_next_time(database: Database, keys: Keys, now: datetime) -> None:
    given = [case.number for case in kept(database, keys, now, 3)]
    walking = each(database, keys, Wanted(municipality=TOWN))
    first = next(walking).case.number
    kept(database, keys, now, 1, key="late")
    assert [first, *(told.case.number for told in walking)] == given


def test_what_was_said_since_comes_along(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = opened(db, keys, sent(consent=sealed(db, keys)), now)
        part = wording.withdrawal("I take it back.", "取りやめます。", "en")
        wish = Wish(part, Act("self", "button", 100, now), "until-seen", "")
        assert take_back(db, keys, KASUMIGAHAMA, case.id, wish)
    (told,) = each(database, keys, Wanted(municipality=TOWN))
    assert [one.purpose for one in told.taken] == [""]
    assert told.case.status == "withdrawn"


@pytest.mark.both_databases
def test_each_reading_goes_by_the_towns_places(database: Database, keys: Keys, now: datetime) -> None:
    kept(database, keys, now, 3)
    with database.writing() as db:
        index = "sqlite_autoindex_cases_4" if db.dialect.name == "sqlite" else "cases_municipality_place_key"
        assert plan(db, some(Wanted(municipality=TOWN), 1, 9)) == [index]


def test_memory_does_not_grow_with_the_cases(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "AT_ONCE", 10)

    def peak(cases: Iterator[object]) -> int:
        tracemalloc.start()
        for _ in cases:
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    kept(database, keys, now, 20)
    wanted = Wanted(municipality=TOWN)
    peak(each(database, keys, wanted))  # what is kept for good is kept now
    of_few = peak(each(database, keys, wanted))
    for n in range(180):
        kept(database, keys, now, 1, key=f"more{n}")
    assert peak(each(database, keys, wanted)) < 1.5 * of_few
