"""`speech flags`: the operator sees what people heard read wrongly, town by town."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from portal.settings import Settings
from portal.speech.flags import flag
from portal.speech.published import PublicText
from portal.storage.database import Database
from tests.cli.test_upkeep import run
from tests.serving import borrow_registries
from tests.speech.conftest import public, published

__all__ = ["public", "published"]


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with empty tables."""
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "300")
    borrow_registries(tmp_path)
    assert run("migrate") == 0
    return tmp_path


def test_it_lists_town_sentence_and_count(
    var: Path, public: PublicText, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Database(Settings(var=var).database)
    with database.writing() as db:
        flag(db, "990019", public, now)
        flag(db, "990019", public, now)
    database.close()
    assert run("speech", "flags") == 0
    told = capsys.readouterr().out
    (line,) = [line for line in told.splitlines() if public.seen in line]
    assert "かすみがはま市" in line
    assert " 2 " in line


def test_it_says_so_when_nobody_complained(var: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("speech", "flags") == 0
    assert "Nobody" in capsys.readouterr().out
