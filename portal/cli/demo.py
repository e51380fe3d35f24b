"""The demonstration: tokens of the fictional towns, kept so that each start prints the same ones."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from portal.accounts import api_client, secret
from portal.accounts.api_client import Grant
from portal.accounts.scope import SCOPES
from portal.app import served
from portal.municipalities import Municipality
from portal.settings import Settings
from portal.storage.database import Database


def seed(settings: Settings) -> None:
    """A token for each fictional town, once."""
    path = _path(settings)
    if path.exists():
        return
    database, now = Database(settings.database), datetime.now(UTC)
    with database.writing() as db:
        tokens = {
            slug: secret.issue(db, api_client.admit(db, _all(town), now), now, bearer=True)
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


def _all(town: Municipality) -> Grant:
    """Everything, in every department."""
    return Grant(town.code, "demo", frozenset(town.departments), frozenset(SCOPES))


def _path(settings: Settings) -> Path:
    return settings.var / "demo.json"
