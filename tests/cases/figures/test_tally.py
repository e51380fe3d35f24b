"""The tally adds up by day, for the departments and days asked for, once for each stretch of events."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from portal.cases.figures import tally
from portal.cases.figures.tally import KEPT, LANGUAGE, SENT, One, Period, add, by_day, counted, daily, summed, sums
from portal.storage.database import Database
from tests.cases.given import TOWN, plan

pytestmark = pytest.mark.both_databases
WEB, ENGLISH = (
    One("welfare", "kyufukin", "2026-11-24", SENT, "web"),
    One("welfare", "kyufukin", "2026-11-24", LANGUAGE, "en"),
)
ALL = Period(
    municipality=TOWN,
    departments=frozenset({"welfare"}),
    service="kyufukin",
    first=date(2026, 11, 23),
    last=date(2026, 11, 25),
)


def test_what_is_counted_adds_up(database: Database, now: datetime) -> None:
    with database.writing() as db:
        assert counted(db, TOWN) == (0, None)
        assert add(db, TOWN, {WEB: 2, ENGLISH: 1}, (0, 7, now))
        assert add(db, TOWN, {WEB: 1, WEB._replace(day="2026-11-25"): 4}, (7, 9, now))
        assert counted(db, TOWN) == (9, now)
        assert sums(db, ALL) == {SENT: Counter(web=7), LANGUAGE: Counter(en=1)}
        assert by_day(db, ALL) == {date(2026, 11, 24): 3, date(2026, 11, 25): 4}


def test_a_stretch_is_counted_once_whoever_else_counts(database: Database, now: datetime) -> None:
    with database.writing() as db:
        assert add(db, TOWN, {WEB: 2}, (0, 7, now))
        assert not add(db, TOWN, {WEB: 2}, (0, 7, now))
        assert not add(db, TOWN, {WEB: 2}, (3, 9, now))
        assert sums(db, ALL)[SENT] == {"web": 2}


def test_nothing_of_others_or_of_other_days_is_counted(database: Database, now: datetime) -> None:
    others = [WEB._replace(department="residents"), WEB._replace(service="other"), WEB._replace(day="2026-11-22")]
    with database.writing() as db:
        add(db, TOWN, dict.fromkeys(others, 1), (0, 7, now))
        add(db, "990027", {WEB: 1}, (0, 7, now))
        assert sums(db, ALL) == {}
        assert by_day(db, ALL) == {}
        assert sums(db, replace(ALL, departments=frozenset())) == {}
        assert by_day(db, replace(ALL, departments=frozenset())) == {}


def test_old_days_are_forgotten(database: Database, now: datetime) -> None:
    old = (now - KEPT - timedelta(days=1)).date()
    with database.writing() as db:
        add(db, TOWN, {WEB: 1, WEB._replace(day=old.isoformat()): 1}, (0, 7, now))
        tally.sweep(db, TOWN, now)
        assert by_day(db, replace(ALL, first=old)) == {date(2026, 11, 24): 1}


def test_every_query_goes_by_the_key(database: Database, now: datetime) -> None:
    with database.writing() as db:
        days = (date(2026, 1, 1) + timedelta(days=n) for n in range(300))
        add(db, TOWN, {WEB._replace(day=day.isoformat()): 1 for day in days}, (0, 1, now))
        for query in (summed(ALL), daily(ALL)):
            assert [name in {"figures_pkey", "sqlite_autoindex_figures_1"} for name in plan(db, query, "figures")] == [
                True
            ]
