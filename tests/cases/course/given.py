"""A case the office works at."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from portal.cases.case import opened
from portal.cases.course import feed
from portal.cases.inbox import Wanted
from portal.cases.letters.resident import Writing
from portal.security.keys import Keys
from tests.cases.given import KASUMIGAHAMA, TOWN, sent

REACH = Wanted(municipality=TOWN, departments=frozenset({"welfare"}))


def writing(db: Connection, keys: Keys, now: datetime, **changes: Any) -> Writing:
    """A new case, with what a letter about it needs."""
    return Writing(opened(db, keys, sent(**changes), now), KASUMIGAHAMA, None, "https://portal.example")


def told(db: Connection) -> list[tuple[str, dict[str, Any]]]:
    """What the feed tells."""
    return [(event.type, dict(event.data)) for event in feed.page(db, REACH).events]
