"""A house with the shipped towns and services, and residents' browsers to visit it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from portal.app import built, create
from portal.settings import Settings
from portal.storage.database import Database
from portal.web.house import House
from tests.serving import borrow_registries

Phone = Callable[..., TestClient]


@pytest.fixture
def house(tmp_path: Path, database: Database, now: datetime) -> Iterator[House]:
    """The house on an empty database; its clock stands still."""
    borrow_registries(tmp_path)
    made = built(Settings(var=tmp_path, database_url=database.url), lambda: now)
    yield made
    made.database.close()


@pytest.fixture
def phone(house: House) -> Iterator[Phone]:
    """Opens one more browser; each keeps its own cookies."""
    with ExitStack() as closing:
        app = create(house)

        def new(**headers: str) -> TestClient:
            client = TestClient(app, base_url="http://portal.test", follow_redirects=True)
            client.headers |= {"Sec-Fetch-Site": "same-origin"} | {k.replace("_", "-"): v for k, v in headers.items()}
            return closing.enter_context(client)

        yield new
