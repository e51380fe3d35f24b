"""The demonstration: the same tokens at each start, for the fictional towns alone."""

from __future__ import annotations

import stat
from pathlib import Path

from portal.accounts.api_client import by_token
from portal.cli import demo, upkeep
from portal.settings import Settings
from portal.storage.database import Database
from tests.serving import borrow_registries


def test_each_start_prints_the_same_tokens_and_they_work(tmp_path: Path) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path)
    upkeep.prepare(settings)
    first = list(demo.lines(settings, "http://x"))
    upkeep.prepare(settings)
    assert list(demo.lines(settings, "http://x")) == first
    assert stat.S_IMODE((tmp_path / "demo.json").stat().st_mode) == 0o600
    database = Database(settings.database)
    with database.reading() as db:
        client = by_token(db, first[0].rpartition(" ")[2])
    database.close()
    assert client is not None
    assert client.municipality in ("990019", "990027")


def test_without_the_demo_nothing_is_made(tmp_path: Path) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path, demo=False)
    upkeep.prepare(settings)
    assert list(demo.lines(settings, "http://x")) == []
    assert not (tmp_path / "demo.json").exists()
