"""`retention`: told before it is done, done, and told afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from portal.cases.case import CaseRow
from portal.cli import main
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.retention.given import case, kept

LONG_AGO = datetime.fromisoformat("2024-04-01T10:00:00+09:00")


@pytest.fixture
def installed(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """An installation with a case whose time is over, and one that is not decided."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("YORISOI_DATABASE_URL", database.url)
    keys = Keys.load(tmp_path / "keys")
    with database.writing() as db:
        kept(db)
        case(db, keys, LONG_AGO)
        case(db, keys, LONG_AGO + timedelta(days=1), status="received")
    return database


def run(*words: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["retention", *words])
    return int(str(ended.value.code))


def left(database: Database) -> int:
    """How many cases there are."""
    with database.reading() as db:
        return len(db.execute(rows(CaseRow).select()).all())


def test_it_is_told_first_then_done_then_told(installed: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--dry-run") == 0
    assert "would be" in (told := capsys.readouterr().out)
    assert "deleted" in told
    assert "kept: not decided" in told
    assert left(installed) == 2
    assert run("--runs") == 0
    assert "Nothing was done yet." in capsys.readouterr().out
    assert run("--town", "kasumigahama") == 0
    assert left(installed) == 1
    capsys.readouterr()
    assert run("--runs", "--town", "kasumigahama") == 0
    told = capsys.readouterr().out
    assert "open" in told
    assert told.count("│ 1 ") == 2, "one is forgotten, one is kept"


def test_where_nothing_is_over_it_says_so(installed: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--town", "hoshino") == 0
    assert "No case's time is over." in capsys.readouterr().out


def test_an_unknown_town_is_told(installed: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--town", "nowhere") == 2
    assert "There is no town nowhere; there are kasumigahama, hoshino." in capsys.readouterr().err
