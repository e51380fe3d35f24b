"""Systems that were let in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from portal.accounts import api_client, secret
from portal.accounts.api_client import ApiClient, Grant
from portal.accounts.scope import SCOPES

TOWN = "990019"


def system(
    db: Connection, now: datetime, departments: Iterable[str], town: str = TOWN, scopes: Iterable[str] = SCOPES
) -> ApiClient:
    """A system of a town."""
    return api_client.admit(db, Grant(town, "system", frozenset(departments), frozenset(scopes)), now)


def bearer(db: Connection, now: datetime, departments: Iterable[str]) -> str:
    """The token of a new system that may do everything."""
    return secret.issue(db, system(db, now, departments), now, bearer=True)
