"""Somebody at the desk who reads translations."""

from __future__ import annotations

from starlette.testclient import TestClient

from portal.desk.translations.book import book
from portal.language.translating.messages import Told
from tests.desk.given import DESK, TownHall

VI = f"{DESK}/translations/vi"


def reader(hall: TownHall, name: str = "グエン アン") -> TestClient:
    """A browser of theirs."""
    return hall.inside(hall.person({"*": ["translator"]}, name))


def message(source: str) -> Told:
    """A message in Vietnamese."""
    return next(told for told in book("vi").messages.values() if told.source[0] == source)
