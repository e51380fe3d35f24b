"""The first start of a town without staff prints one link; no later start does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from portal.accounts.staff import person as people
from portal.cli.desk import first
from portal.cli.desk.first import FIRST, first_links
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database


def test_prints_one_for_each_town_once(database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(var=tmp_path, database_url=database.url, port=8123)
    first_links(settings)
    told = capsys.readouterr().out
    assert told.count("http://localhost:8123/desk/") == 2
    assert "Desk of かすみがはま市, for its first administrator" in told
    with database.reading() as db:
        [made] = people.everybody(db, Keys.load(tmp_path / "keys"), "990019")
    assert made.roles == FIRST
    first_links(settings)
    assert capsys.readouterr().out == ""


def test_many_towns_are_told_how(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(first, "FEW", 1)
    first_links(replace(Settings(var=tmp_path), database_url=database.url))
    assert "2 towns have no staff yet: yorisoi desk invite" in capsys.readouterr().out
