"""Cases from before there were traces get them, a few at a time, and one that cannot be opened keeps nobody waiting."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import delete, select, update

from portal.cases import turn
from portal.cases.case import CaseRow, by_id, change, opened
from portal.cases.inbox import Wanted
from portal.cases.search import fill
from portal.cases.search.found import search
from portal.cases.search.traces import CaseTraceRow
from portal.cases.search.typed import Sought
from portal.cases.sent import Flag
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import TOWN, plan, sent

_cases = rows(CaseRow)
_c = _cases.c
REACH = Wanted(municipality=TOWN, departments=frozenset({"welfare"}), limit=100)
DOUBT = Flag("kana-only", "name", None, "名前が、かなだけです。")
pytestmark = pytest.mark.both_databases


def old(database: Database, keys: Keys, now: datetime, count: int) -> list[str]:
    """The ids of cases from before."""
    with database.writing() as db:
        ids = [opened(db, keys, sent(key=str(n), flags=(DOUBT,) * (n % 2)), now).id for n in range(count)]
        db.execute(delete(rows(CaseTraceRow)))
        db.execute(update(_cases).values(traced=0, flagged=0, turn=turn.NEW))
    return ids


def found(database: Database, keys: Keys) -> set[str]:
    with database.reading() as db:
        return {case.id for case in search(db, keys, REACH, Sought(name="山田花子")).cases}


def test_older_cases_are_found_again(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fill, "AT_ONCE", 4)
    ids = old(database, keys, now, 9)
    assert found(database, keys) == set()
    assert fill.fill(database, keys, TOWN) == 9
    assert found(database, keys) == set(ids)
    assert fill.fill(database, keys, TOWN) == 0


def test_their_doubts_are_counted(database: Database, keys: Keys, now: datetime) -> None:
    clean, doubtful, worked = old(database, keys, now, 4)[:3]
    with database.writing() as db:
        change(db, TOWN, worked, assignee="s1")
    fill.fill(database, keys, TOWN)
    with database.reading() as db:
        turns = {id: (one.turn, one.flagged) for id in (clean, doubtful) if (one := by_id(db, keys, TOWN, id))}
    assert turns == {clean: (turn.NEW, 0), doubtful: (turn.FLAGGED, 1)}


def test_broken_off_it_goes_on(database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fill, "AT_ONCE", 2)
    ids, kept = old(database, keys, now, 5), fill.traces.keep

    def dies(*given: object) -> None:
        if given[3] == ids[3]:
            raise ConnectionError
        kept(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(fill.traces, "keep", dies)
    with pytest.raises(ConnectionError):
        fill.fill(database, keys, TOWN)
    assert found(database, keys) == set(ids[:2])
    monkeypatch.setattr(fill.traces, "keep", kept)
    assert fill.fill(database, keys, TOWN) == 3
    assert found(database, keys) == set(ids)


def test_one_that_cannot_be_opened_is_passed_over(database: Database, keys: Keys, now: datetime) -> None:
    ids = old(database, keys, now, 3)
    with database.writing() as db:
        db.execute(update(_cases).where(_c.id == ids[0]).values(sealed=b"lost"))
    assert fill.fill(database, keys, TOWN) == 3
    assert fill.fill(database, keys, TOWN) == 0
    assert found(database, keys) == set(ids[1:])
    with database.reading() as db:
        assert db.execute(select(_c.traced).where(_c.id == ids[0])).scalar() == fill.LOST


def test_it_looks_at_nothing_that_is_done(database: Database, keys: Keys, now: datetime) -> None:
    old(database, keys, now, 3)
    with database.writing() as db:
        assert plan(db, fill.some(TOWN)) == ["cases_untraced"]
