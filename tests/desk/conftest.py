"""The desk as staff see it."""

from __future__ import annotations

from datetime import datetime

import pytest

from portal.security.keys import Keys
from portal.storage.database import Database
from tests.desk.given import TownHall


@pytest.fixture
def hall(database: Database, keys: Keys, now: datetime) -> TownHall:
    """A town hall on a fresh database."""
    return TownHall(database, keys, now)
