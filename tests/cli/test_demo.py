"""The demonstration: the same tokens at each start, for the fictional towns alone."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

from portal.accounts import api_client, secret
from portal.accounts.scope import SCOPES
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
        shown = secret.by_words(db, first[0].rpartition(" ")[2], datetime.now(UTC))
        assert shown is not None
        assert shown.bearer
        client = api_client.by_id(db, shown.municipality, shown.client)
    database.close()
    assert client is not None
    assert client.municipality in ("990019", "990027")
    assert client.scopes == SCOPES.keys()


def test_without_the_demo_nothing_is_made(tmp_path: Path) -> None:
    borrow_registries(tmp_path)
    settings = Settings(var=tmp_path, demo=False)
    upkeep.prepare(settings)
    assert list(demo.lines(settings, "http://x")) == []
    assert not (tmp_path / "demo.json").exists()
