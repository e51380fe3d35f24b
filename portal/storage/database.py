"""The database: SQLite (WAL, synchronous=FULL) or PostgreSQL by URL; statements are SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlmodel import SQLModel

BUSY = 10.0
"""Seconds a writer waits for another process's write; its transactions last milliseconds."""


def rows(model: type[SQLModel]) -> Table:
    """The Core table of a SQLModel class."""
    return cast(Table, cast(Any, model).__table__)


class Database:
    """One engine and the two ways to use it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url) if self.is_sqlite else _postgresql(url)
        self._reader = self.engine.execution_options(yorisoi_begin="BEGIN")
        self._writer = self.engine.execution_options(yorisoi_begin="BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that keeps nothing."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that commits at the end and rolls back on any exception."""
        with self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def _sqlite(url: str) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=8,
        hide_parameters=True,
        connect_args={"timeout": BUSY, "check_same_thread": False, "isolation_level": None, "cached_statements": 256},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader that turns writer half-way could meet a newer snapshot and fail; writers say so at once.
        word = connection.get_execution_options().get("yorisoi_begin", "BEGIN IMMEDIATE")
        connection.exec_driver_sql(word)

    return engine


def _postgresql(url: str) -> Engine:
    url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(url, pool_size=8, max_overflow=8, pool_recycle=1800, hide_parameters=True)
