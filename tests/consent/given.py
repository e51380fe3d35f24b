"""A service with every kind of agreement, somebody who agrees to it, and the bundle that comes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection

from portal.catalogue.version import Version
from portal.consent import bundle, wording
from portal.consent.record import Act, Consent, Subject, given
from portal.security.keys import Keys
from tests.catalogue.given import TOWN, service
from tests.catalogue.test_checks import ASKED, KNOW, LOOK, PRESSED, TRUE

NEWS = LOOK | {"id": "news", "purpose": "news", "text": "知らせてよいです。", "meaning": "手紙が来ます。"}
EVERYTHING = PRESSED | {"statements": [TRUE, LOOK, KNOW], "mandate": ASKED, "optional": [NEWS]}
VERSION = Version.of(TOWN.code, "cash", date(2026, 4, 1), service(consent=EVERYTHING))
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
ANSWERS = [
    {"id": "name", "person": None, "value": {"family": "髙橋", "given": "か\u3099花"}},
    {"id": "wants", "person": "p1", "value": True},
    {"id": "amount", "person": None, "value": 100000},
]
SUBJECT = Subject(VERSION, ANSWERS, ("ab" * 32,), "髙橋　花", {"page": "/ja/kasumigahama/status", "phone": TOWN.phone})
ACT = Act("self", "button", 150, NOW, "on")


def agreed(language: str = "ja") -> Consent:
    """Agreed to everything."""
    return given(SUBJECT, wording.parts(VERSION, language), ACT)


def sealed(db: Connection, keys: Keys, language: str = "ja") -> dict[str, Any]:
    """What the case keeps of it."""
    kept: dict[str, Any] = bundle.give(db, keys, TOWN.code, agreed(language))
    return kept
