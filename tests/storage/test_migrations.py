"""Migrations: they make exactly the tables the rooms describe, on both databases, and again without harm."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlmodel import SQLModel

import portal
from portal.storage.migrations import config, upgrade

RUN_ALONE = ("__main__", "portal.storage.migrations.")
"""What does something when it is imported, and describes no table."""


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite'}"
    made: str = request.getfixturevalue("postgresql")(f"migrations_{tmp_path.name.strip('_')[-8:].lower()}")
    engine = create_engine(made.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.begin() as db:
        db.execute(text("DROP SCHEMA public CASCADE"))
        db.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return made


def differences(url: str) -> list[Any]:
    """What the tables lack or have too many of."""
    for module in walk_packages(portal.__path__, "portal."):
        if not any(part in module.name for part in RUN_ALONE):
            import_module(module.name)
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.connect() as db:
        found = compare_metadata(MigrationContext.configure(db), SQLModel.metadata)
    engine.dispose()
    return list(found)


def test_the_tables_are_those_the_rooms_describe(url: str) -> None:
    upgrade(url)
    upgrade(url)
    assert differences(url) == []


def test_every_step_can_be_undone(url: str) -> None:
    upgrade(url)
    command.downgrade(config(url), "base")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    engine.dispose()
