"""One read-only connection per thread to the registries' file, with little memory each."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

CACHE = 256
"""KiB of pages each connection keeps; SQLite's own default is 2,000."""


class Lookup:
    """Asks the file; a file put in its place later is read by processes that start later."""

    def __init__(self, path: Path) -> None:
        self._address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._local = threading.local()

    def __call__(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        return self._connection().execute(statement, values).fetchall()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = sqlite3.connect(self._address, uri=True)
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
        return connection
