"""`export`: files on the disk, a line for each, and a clear word for a wrong call."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from portal.cases.case import opened
from portal.cli import main
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import sent

WRONG = {
    ("nowhere",): "There is no town nowhere; there are kasumigahama, hoshino.",
    ("kasumigahama", "--service", "tax"): "has no service tax; it has kyufukin",
    ("kasumigahama", "--department", "tax"): "has no department tax; it has welfare",
    ("kasumigahama", "--since", "yesterday"): "write a day like 2026-11-01, not 'yesterday'",
    ("kasumigahama", "--since", "2026-11-02", "--until", "2026-11-01"): "--since must not be after --until.",
    ("kasumigahama", "--format", "jsonl", "--encoding", "shift_jis"): "JSON Lines are always UTF-8",
}


@pytest.fixture
def desk(database: Database, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with three cases, a day apart from midnight on, and a folder to export to."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("YORISOI_DATABASE_URL", database.url)
    midnight = now.replace(hour=15)
    with database.writing() as db:
        for n in range(3):
            opened(db, Keys.load(tmp_path / "keys"), sent(key=f"d{n}", answers=()), midnight + timedelta(days=n))
    return tmp_path / "out"


def run(*words: object) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["export", *map(str, words)])
    return int(str(ended.value.code))


def test_days_are_those_of_japan_and_the_last_counts(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("kasumigahama", "--out", desk) == 0
    assert "kasumigahama-kyufukin.csv: 3 rows" in capsys.readouterr().out
    assert run("kasumigahama", "--out", desk, "--since", "2026-11-25", "--until", "2026-11-25") == 0
    assert "kasumigahama-kyufukin.csv: 1 row\n" in capsys.readouterr().out


def test_lines_for_programs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("kasumigahama", "--out", desk, "--format", "jsonl", "--department", "welfare") == 0
    assert "kasumigahama.jsonl: 3 rows" in capsys.readouterr().out
    assert len((desk / "kasumigahama.jsonl").read_bytes().splitlines()) == 3


def test_where_there_is_nothing_there_is_no_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("hoshino", "--out", desk) == 0
    assert "There are no such cases; no file was written." in capsys.readouterr().out
    assert not [*desk.iterdir()]


@pytest.mark.parametrize(("words", "told"), WRONG.items())
def test_a_wrong_call_is_told(
    desk: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words, "--out", desk) == 2
    assert told in capsys.readouterr().err
    assert not desk.exists()
