"""One connection per thread, small and read-only."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from portal.registries.lookup import CACHE, Lookup


def test_threads_ask_at_the_same_time(path: Path) -> None:
    lookup = Lookup(path)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: lookup("SELECT name FROM bank WHERE code = ?", "0001"), range(200)))
    assert found == [[("みずほ銀行",)]] * 200


def test_nothing_can_be_written(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        Lookup(path)("DELETE FROM bank")


def test_a_connection_keeps_few_pages(path: Path) -> None:
    assert Lookup(path)("PRAGMA cache_size") == [(-CACHE,)]
