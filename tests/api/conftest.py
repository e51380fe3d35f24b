"""The portal as other systems see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from portal.security.keys import Keys
from portal.storage.database import Database
from tests.api.given import Office
from tests.speech.conftest import public, published

__all__ = ["public", "published"]


@pytest.fixture
def office(database: Database, keys: Keys, now: datetime) -> Iterator[Office]:
    """A house that answers, on a fresh database."""
    opened = Office(database, keys, now)
    with opened.web:
        yield opened
