"""Upkeep: a first start finds everything made, and what is past its days is swept away."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, inspect, select

from portal.cases import case as cases
from portal.cases.case import CaseRow
from portal.cases.course import events
from portal.cases.figures.tally import FigureRow
from portal.catalogue import published
from portal.cli import main, upkeep
from portal.journey import draft
from portal.journey.leaving.left import LeftRow
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database, rows
from tests.cases.given import sent
from tests.cases.retention import given as retained
from tests.consent.given import sealed
from tests.journey.given import CATALOGUE, begun
from tests.serving import borrow_registries


def run(*words: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    return int(str(ended.value.code))


def test_a_first_start_makes_all_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    borrow_registries(tmp_path)
    assert run("migrate") == run("registries", "update") == run("demo") == 0
    assert {"keys", "yorisoi.sqlite", "registries.sqlite", "demo.json"} <= {path.name for path in tmp_path.iterdir()}
    database = Database(Settings(var=tmp_path).database)
    assert "cases" in inspect(database.engine).get_table_names()
    database.close()


def test_what_is_past_its_days_is_swept_away(tmp_path: Path, now: datetime) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path)
    upkeep.prepare(settings)
    database = Database(settings.database)
    many = 2 * upkeep.AT_ONCE + 1
    with database.writing() as db:
        for _ in range(many):
            begun(db, now)
    for later, left in ((timedelta(days=29), many), (timedelta(days=32), 0)):
        upkeep.sweep(settings, now + later)
        with database.reading() as db:
            assert db.execute(select(func.count()).select_from(rows(draft.DraftRow))).scalar_one() == left
    database.close()


def test_a_failing_hour_is_told_and_the_next_one_sweeps(
    now: datetime, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop, hours = asyncio.Event(), list[int]()

    def sweep(*_: object) -> None:
        hours.append(len(hours))
        if len(hours) == 1:
            raise OSError("himitsu")
        stop.set()

    monkeypatch.setattr(upkeep, "sweep", sweep)
    monkeypatch.setattr(upkeep, "HOUR", 0)
    asyncio.run(upkeep.sweeping(Settings(), lambda: now, stop))
    assert hours == [0, 1]
    assert "OSError" in caplog.text
    assert "himitsu" not in caplog.text


def test_a_wrong_setting_ends_the_command_with_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YORISOI_PROT", "1")
    with pytest.raises(SystemExit) as ended:
        main(["migrate"])
    assert "YORISOI_PROT" in str(ended.value.code) + capsys.readouterr().err


def test_the_witnesses_are_told_once_a_day(tmp_path: Path, now: datetime) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path, witnesses="one@a.example,two@b.example")
    upkeep.prepare(settings)
    database = Database(settings.database)
    assert upkeep.witness(settings, now) == 0, "nothing was agreed to yet"
    with database.writing() as db:
        sealed(db, Keys.load(tmp_path / "keys"))
    assert [upkeep.witness(settings, now) for _ in range(2)] == [1, 0]
    database.close()
    assert upkeep.witness(Settings(var=tmp_path), now) == 0


def test_cases_from_before_the_search_are_found(tmp_path: Path, now: datetime) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path)
    upkeep.prepare(settings)
    database = Database(settings.database)
    with database.writing() as db:
        cases.opened(db, Keys.load(tmp_path / "keys"), sent(), now)
        db.execute(rows(CaseRow).update().values(traced=0))
    database.close()
    assert [upkeep.trace(settings, now) for _ in range(2)] == [1, 0]


def test_batches_are_posted_once(tmp_path: Path, now: datetime) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path)
    upkeep.prepare(settings)
    days = (now, now + timedelta(days=1), now + timedelta(days=1))
    told = "the fictional town has one each day, but nobody waits for it on the first"
    assert [upkeep.batches(settings, moment) for moment in days] == [0, 1, 0], told


def test_what_has_not_come_in_time_is_told(tmp_path: Path, now: datetime) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path, operator="operator@portal.example")
    upkeep.prepare(settings)
    database = Database(settings.database)
    with database.writing() as db:
        cases.opened(db, Keys.load(tmp_path / "keys"), sent(), now)
    database.close()
    moments = (now, now + timedelta(days=2), now + timedelta(days=2))
    assert [upkeep.alarm(settings, moment) for moment in moments] == [0, 1, 0]


def test_cases_are_forgotten_once_a_day_where_that_is_wanted(tmp_path: Path, now: datetime) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path, retention=True)
    upkeep.prepare(settings)
    database, keys = Database(settings.database), Keys.load(tmp_path / "keys")
    with database.writing() as db:
        retained.kept(db)
        retained.case(db, keys, now)
    later = retained.over(now)
    assert upkeep.retire(Settings(var=tmp_path), later) == 0
    assert [upkeep.retire(settings, later) for _ in range(2)] == [2, 0]
    assert upkeep.retire(settings, later + timedelta(days=1)) == 2
    with database.reading() as db:
        assert db.execute(select(func.count()).select_from(rows(CaseRow))).scalar_one() == 0
    database.close()


def test_what_came_and_where_people_left_is_counted(tmp_path: Path, now: datetime) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path)
    upkeep.prepare(settings)
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    with database.writing() as db:
        published.keep(db, CATALOGUE)
        events.tell(db, cases.opened(db, keys, sent(), now), events.ARRIVED, now)
        begun(db, now)
    assert upkeep.figures(settings, now + timedelta(days=5)) == 1
    with database.reading() as db:
        counted = {
            (row["what"], row["of"]): row["count"] for row in db.execute(select(rows(FigureRow))).mappings().all()
        }
        assert counted["sent", "web"] == 1
        assert db.execute(select(rows(LeftRow).c.count)).scalars().all() == [1]
    database.close()
