"""The demonstration: tokens of the fictional towns, kept so that each start prints the same ones."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from portal.accounts import api_client
from portal.app import served
from portal.settings import Settings
from portal.storage.database import Database


def seed(settings: Settings) -> None:
    """A token for each fictional town, once."""
    path = _path(settings)
    if path.exists():
        return
    database = Database(settings.database)
    with database.writing() as db:
        tokens = {
            slug: api_client.issue(db, town.code, "demo", tuple(town.departments), datetime.now(UTC))[1]
            for slug, town in served(settings).items()
            if town.demo
        }
    database.close()
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(tokens, file)


def lines(settings: Settings, address: str) -> Iterator[str]:
    """What a newcomer wants to know first."""
    if not settings.demo or not _path(settings).exists():
        return
    tokens = json.loads(_path(settings).read_text())
    for slug, token in tokens.items():
        yield f"{address}/ja/{slug}/   API token: {token}"
    yield f"Cases: curl -H 'Authorization: Bearer <token>' {address}/api/v1/cases"


def _path(settings: Settings) -> Path:
    return settings.var / "demo.json"
