"""Every row belongs to a town, so that towns can be kept apart and moved."""

from __future__ import annotations

import importlib

import pytest
from sqlalchemy import Table
from sqlmodel import SQLModel

from tests.house.tree import HOUSE, files

ACROSS_TOWNS = {"envelopes_due": "the worker takes what is due, whichever town it is from"}


def tables() -> list[Table]:
    """Every table of every room."""
    for path in files("portal/*.py"):
        if "table=True" in path.read_text():
            importlib.import_module(".".join(path.relative_to(HOUSE).with_suffix("").parts))
    return list(SQLModel.metadata.sorted_tables)


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
class TestATable:
    def test_has_the_municipality_first_in_its_key(self, table: Table) -> None:
        assert next(iter(table.primary_key.columns)).name == "municipality"

    def test_has_the_municipality_first_in_every_index(self, table: Table) -> None:
        other = {index.name for index in table.indexes if next(iter(index.columns)).name != "municipality"}
        assert other <= ACROSS_TOWNS.keys()
