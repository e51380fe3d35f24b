"""Other systems of a town hall: each reads the cases of some departments of one town with a token of its own.

Only the token's hash is kept. The token begins with the town's code, so that every query names its town.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, UniqueConstraint, insert, select, update
from sqlmodel import Field, SQLModel

from portal.security.tokens import new_id, new_token, token_hash
from portal.storage.columns import Moment
from portal.storage.database import rows

MARK = "yorisoi"
"""The first part of every token, by which people and scanners know a lost one."""


class ApiClientRow(SQLModel, table=True):
    """One system; `departments` is a JSON list, `revoked` is empty while its token is good."""

    __tablename__ = "api_clients"
    __table_args__ = (UniqueConstraint("municipality", "token_hash"),)
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    name: str
    token_hash: str
    departments: str
    created: datetime = Field(sa_type=Moment)
    revoked: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True)
class ApiClient:
    """A system that may read; `revoked` is None while its token is good."""

    municipality: str
    id: str
    name: str
    departments: frozenset[str]
    created: datetime
    revoked: datetime | None = None


_clients = rows(ApiClientRow)
_c = _clients.c


def issue(
    db: Connection, municipality: str, name: str, departments: Iterable[str], now: datetime
) -> tuple[ApiClient, str]:
    """A new system and its token, which is shown this once and never again."""
    client = ApiClient(municipality, new_id(), name, frozenset(departments), now)
    token = f"{MARK}_{municipality}_{new_token()}"
    row = {
        "municipality": municipality,
        "id": client.id,
        "name": name,
        "token_hash": token_hash(token),
        "departments": json.dumps(sorted(client.departments)),
        "created": now,
    }
    db.execute(insert(_clients), row)
    return client, token


def town_of(token: str) -> str:
    """The code of the town a token names; empty for anything else. It proves nothing."""
    mark, _, rest = token.partition("_")
    return rest.partition("_")[0] if mark == MARK else ""


def by_token(db: Connection, token: str) -> ApiClient | None:
    """The system whose token this is, unless it was revoked."""
    mine = (_c.municipality == town_of(token), _c.token_hash == token_hash(token), _c.revoked.is_(None))
    row = db.execute(select(_clients).where(*mine)).one_or_none()
    return _client(row) if row else None


def issued(db: Connection, municipality: str) -> list[ApiClient]:
    """Every system of a town, oldest first, the revoked ones too."""
    found = db.execute(select(_clients).where(_c.municipality == municipality).order_by(_c.id))
    return [_client(row) for row in found]


def revoke(db: Connection, municipality: str, id: str, now: datetime) -> bool:
    """Make a token worthless at once; whether there was one."""
    mine = (_c.municipality == municipality, _c.id == id, _c.revoked.is_(None))
    return db.execute(update(_clients).where(*mine).values(revoked=now)).rowcount == 1


def _client(row: Row[Any]) -> ApiClient:
    departments = frozenset(json.loads(row.departments))
    return ApiClient(row.municipality, row.id, row.name, departments, row.created, row.revoked)
