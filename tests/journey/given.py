"""A town, a small version and a draft on its way, for the journey's tests."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from portal.journey import draft as drafts
from portal.journey.draft import Draft, Kept
from tests.catalogue.given import QUESTIONS, TOWN, service, take

VERSION = Version.of(
    TOWN.code, "cash", date(2026, 4, 1), service(questions=[*QUESTIONS[:4], take(when={"everyone": False})])
)
CATALOGUE = Catalogue([VERSION])
HANAKO = {"family": "山田", "given": "花子", "family_kana": "ヤマダ", "given_kana": "ハナコ"}
TARO = {"id": "p1", "name": HANAKO | {"given": "太郎", "given_kana": "タロウ"}, "birth_date": "2010-01-02"}
VALUES: dict[str, Any] = {
    "name": HANAKO,
    "born": "1935-04-01",
    "family": {"people": [TARO | {"relation": "child"}], "last": 1},
    "everyone": True,
}


def begun(db: Connection, now: datetime, version: Version = VERSION) -> Draft:
    """A draft without answers."""
    return drafts.begin(db, version, now)


def answered(db: Connection, now: datetime, **changes: Any) -> Draft:
    """A draft with every answer of a household of two that all receive."""
    draft = begun(db, now)
    for key, value in (VALUES | changes).items():
        drafts.keep(db, draft, key.replace("__", "."), Kept({"value": "typed"}, value, answered=True), now)
    return draft
