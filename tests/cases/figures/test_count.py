"""Counting goes over what happened, once, and leaves nothing that tells of anybody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from portal.cases import case as cases
from portal.cases.course import events
from portal.cases.course.events import ARRIVED, STATUS, TAKEN_BACK
from portal.cases.figures import count as counting
from portal.cases.figures.count import count, some
from portal.cases.figures.tally import CountedRow, FigureRow, Period, by_day, counted, sums
from portal.cases.sent import Flag
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import CONSENT, RECORD, TOWN, plan, sent

pytestmark = pytest.mark.both_databases
DAY = timedelta(days=1)
HEARD = CONSENT | {"records": [{"record": RECORD | {"accessibility": {"text_scale": 200, "aloud": "together"}}}]}
SILENT = CONSENT | {"records": [{"record": RECORD | {"accessibility": {"text_scale": 100, "aloud": ""}}}]}


def arrived(database: Database, keys: Keys, at: datetime, **changes: Any) -> cases.Case:
    with database.writing() as db:
        case = cases.opened(db, keys, sent(**{"consent": SILENT} | changes), at)
        events.tell(db, case, ARRIVED, at)
    return case


def moved(database: Database, case: cases.Case, at: datetime, *states: str) -> None:
    with database.writing() as db:
        for status in states:
            events.tell(db, case, STATUS, at, status=status, before="checking")


def found(database: Database, now: datetime, department: str = "welfare") -> dict[str, dict[str, int]]:
    day = now.date()
    period = Period(
        municipality=TOWN,
        departments=frozenset({department}),
        service="kyufukin",
        first=day - 30 * DAY,
        last=day + 30 * DAY,
    )
    with database.reading() as db:
        return {what: dict(numbers) for what, numbers in sums(db, period).items()}


def test_what_came_is_counted_by_how_it_was_read(database: Database, keys: Keys, now: datetime) -> None:
    arrived(database, keys, now)
    arrived(database, keys, now, key="2", language="en", consent=HEARD, channel="counter")
    arrived(database, keys, now, key="3", channel="paper")
    arrived(database, keys, now, key="4", consent=None)
    assert count(database, keys, TOWN, now) == 4
    assert found(database, now) == {
        "sent": {"web": 2, "counter": 1, "paper": 1},
        "language": {"ja": 3, "en": 1},
        "text": {"100": 1, "200": 1, "": 2},
        "aloud": {"off": 1, "read": 1, "": 2},
    }


def test_what_became_of_it_is_counted_on_the_day_it_did(database: Database, keys: Keys, now: datetime) -> None:
    flags = (Flag("kana-only", "name", None, "x"), Flag("other", "name", None, "x"), Flag("x", "phone", None, "x"))
    doubtful, clean, third = (
        arrived(database, keys, now, key=str(n), flags=some) for n, some in enumerate((flags, (), ()))
    )
    moved(database, doubtful, now + DAY, "checking", "asked", "checking", "refused")
    moved(database, clean, now + 3 * DAY, "checking", "asked", "checking", "accepted")
    with database.writing() as db:
        events.tell(db, third, TAKEN_BACK, now)
    count(database, keys, TOWN, now)
    told = found(database, now)
    assert told["returned"] == {"asked": 2, "refused": 1, "withdrawn": 1}
    assert told["doubted"] == {"name": 1, "phone": 1, "": 1}, "a question with two doubts counts once"
    assert told["answered"] == {"1": 1, "3": 1}


def test_days_are_those_of_japan(database: Database, keys: Keys, now: datetime) -> None:
    late = now.replace(hour=16)
    moved(database, arrived(database, keys, late - timedelta(hours=2)), late, "accepted")
    count(database, keys, TOWN, now)
    day = (late + timedelta(hours=9)).date()
    assert found(database, now)["answered"] == {"1": 1}
    period = Period(
        municipality=TOWN, departments=frozenset({"welfare"}), service="kyufukin", first=day - DAY, last=day
    )
    with database.reading() as db:
        assert by_day(db, period) == {day - DAY: 1}


def test_it_goes_on_where_it_ended_and_counts_nothing_twice(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 2)
    for n in range(5):
        arrived(database, keys, now, key=str(n))
    assert count(database, keys, TOWN, now) == 5
    assert count(database, keys, TOWN, now) == 0
    arrived(database, keys, now, key="later")
    assert count(database, keys, TOWN, now + DAY) == 1
    assert found(database, now)["sent"] == {"web": 6}
    with database.reading() as db:
        assert counted(db, TOWN) == (6, now + DAY)


def test_what_has_piled_up_is_counted_in_several_hours(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 2)
    monkeypatch.setattr(counting, "MOST", 3)
    for n in range(7):
        arrived(database, keys, now, key=str(n))
    assert [count(database, keys, TOWN, now) for _ in range(3)] == [4, 3, 0]


def test_a_forgotten_case_and_old_days_are_left_out(database: Database, keys: Keys, now: datetime) -> None:
    arrived(database, keys, now - 500 * DAY)
    case = arrived(database, keys, now, key="gone")
    with database.writing() as db:
        table = rows(cases.CaseRow)
        db.execute(table.delete().where(table.c.id == case.id))
    count(database, keys, TOWN, now)
    with database.reading() as db:
        assert db.execute(select(func.count()).select_from(rows(FigureRow))).scalar_one() == 0


def test_each_town_and_department_has_its_own(database: Database, keys: Keys, now: datetime) -> None:
    arrived(database, keys, now, department="residents")
    arrived(database, keys, now, municipality="990027", key="there")
    count(database, keys, TOWN, now)
    assert found(database, now) == {}
    assert found(database, now, "residents")["sent"] == {"web": 1}
    with database.reading() as db:
        assert [row.municipality for row in db.execute(select(rows(CountedRow)))] == [TOWN]


def test_the_events_are_found_by_their_place(database: Database, keys: Keys, now: datetime) -> None:
    arrived(database, keys, now)
    with database.writing() as db:
        assert [
            name in {"case_events_pkey", "sqlite_autoindex_case_events_1"}
            for name in plan(db, some(TOWN, 0), "case_events")
        ] == [True]
