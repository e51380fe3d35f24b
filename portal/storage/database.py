"""The database: SQLite (WAL, synchronous=FULL) or PostgreSQL by URL; statements are SQLAlchemy Core.

Connections stand ready and a transaction is three words to the driver: SQLAlchemy's own pool and
transaction objects cost more than a resident's whole question.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel

BUSY, HURRY = 10_000, 100
"""Milliseconds a writer of SQLite waits for another's write, which lasts a few; and one who keeps others waiting."""
READY = 8
"""Most connections kept ready; more are made when needed and closed after."""
KEPT = "cache_size=-512"
"""KiB of pages a connection of SQLite keeps by itself; the machine keeps them for all connections, and as near."""


class Unavailable(SQLAlchemyError):
    """The database is busy, full or gone. `begun` is off when nothing can have happened, so one may try again."""

    def __init__(self, begun: bool) -> None:
        super().__init__("the database is busy, full or gone")
        self.begun = begun


def rows(model: type[SQLModel]) -> Table:
    """The Core table of a SQLModel class."""
    return cast(Table, cast(Any, model).__table__)


class Database:
    """One engine, connections standing ready, and the two ways to use them."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url) if self.is_sqlite else _postgresql(url)
        self._failure: type[Exception] = cast(Any, self.engine.dialect.dbapi).Error
        self._ready: dict[bool, deque[Connection]] = {True: deque(), False: deque()}

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for statements that each stand alone; nothing is kept."""
        with self._connection("", True) as connection:
            yield connection

    @contextmanager
    def writing(self, *, patient: bool = True) -> Iterator[Connection]:
        """A transaction that commits at the end and rolls back on any exception. Raises Unavailable.

        Who is not patient waits for another writer of SQLite for a moment only.
        """
        # A reader of SQLite that turns writer half-way could meet a newer snapshot; writers say so at once.
        with self._connection("BEGIN IMMEDIATE" if self.is_sqlite else "BEGIN", patient) as connection:
            yield connection

    def close(self) -> None:
        """Give every connection back."""
        for ready in self._ready.values():
            while ready:
                ready.pop().close()
        self.engine.dispose()

    @contextmanager
    def _connection(self, begin: str, patient: bool) -> Iterator[Connection]:
        connection = self._begun(begin, patient)
        try:
            yield connection
            if begin:
                self._committed(connection)
        except BaseException:
            self._give_up(connection, begin)
            raise
        self._give_back(connection)

    def _begun(self, begin: str, patient: bool) -> Connection:
        """A connection that has begun; one the server has closed meanwhile is replaced by a new one."""
        ready = self._ready[patient]
        while True:
            fresh = not ready
            connection = self._opened(patient) if fresh else ready.pop()
            try:
                return _say(connection, begin)
            except self._failure:
                _drop(connection)
                if fresh or self.is_sqlite:
                    raise Unavailable(begun=False) from None

    def _opened(self, patient: bool) -> Connection:
        connection = self.engine.connect()
        connection.info["patient"] = patient
        if self.is_sqlite:
            _say(connection, f"PRAGMA busy_timeout={BUSY if patient else HURRY}")
        return connection

    def _committed(self, connection: Connection) -> None:
        try:
            _say(connection, "COMMIT")
        except self._failure:
            raise Unavailable(begun=True) from None

    def _give_up(self, connection: Connection, begun: str) -> None:
        """Roll back; a connection that cannot is broken, and those beside it may be as well."""
        try:
            if begun:
                _say(connection, "ROLLBACK")
        except self._failure:
            _drop(connection)
            return
        if connection.invalidated:
            for ready in self._ready.values():
                while ready:
                    _drop(ready.pop())
        else:
            self._give_back(connection)

    def _give_back(self, connection: Connection) -> None:
        ready = self._ready[connection.info["patient"]]
        if len(ready) < READY:
            ready.append(connection)
        else:
            connection.close()


def _say(connection: Connection, word: str) -> Connection:
    if word:
        driver = cast(Any, connection.connection.dbapi_connection)
        if connection.dialect.name == "postgresql":
            # A bare word needs no cursor. PostgreSQL answers COMMIT with ROLLBACK when a statement before it failed.
            done = driver.pgconn.exec_(word.encode()).command_status
            if done != word.encode():
                raise cast(Any, connection.dialect).dbapi.OperationalError(f"{word} was not done")
        else:
            driver.execute(word)
    return connection


def _drop(connection: Connection) -> None:
    connection.invalidate()
    connection.close()


def _sqlite(url: str) -> Engine:
    # The driver begins nothing by itself (isolation_level None): transactions are begun above.
    arguments = {"timeout": BUSY / 1000, "check_same_thread": False, "isolation_level": None, "cached_statements": 256}
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=arguments)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", KEPT):
            connection.execute(f"PRAGMA {pragma}").close()

    return engine


def _postgresql(url: str) -> Engine:
    url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(url, poolclass=NullPool, hide_parameters=True, isolation_level="AUTOCOMMIT")
