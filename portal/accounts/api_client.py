"""Other systems of a town hall: each may do some things with the cases of some departments of one town."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlmodel import Field, SQLModel

from portal.accounts.scope import known
from portal.security.tokens import new_id
from portal.storage.columns import Moment
from portal.storage.database import rows


class ApiClientRow(SQLModel, table=True):
    """One system; `departments` and `scopes` are JSON lists, `revoked` is empty while it may come in."""

    __tablename__ = "api_clients"
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    name: str
    departments: str
    scopes: str
    created: datetime = Field(sa_type=Moment)
    revoked: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True)
class Grant:
    """What a town gives a system: a name for it, the departments whose cases it reaches, its scopes."""

    municipality: str
    name: str
    departments: frozenset[str]
    scopes: frozenset[str]


@dataclass(frozen=True)
class ApiClient(Grant):
    """A system; `revoked` is None while it may come in."""

    id: str
    created: datetime
    revoked: datetime | None = None

    @property
    def public_id(self) -> str:
        """How it is called in OAuth: the town, then its id, so that every query names its town."""
        return f"{self.municipality}-{self.id}"


_clients = rows(ApiClientRow)
_c = _clients.c


def admit(db: Connection, grant: Grant, now: datetime) -> ApiClient:
    """A new system, without a secret yet. Raises ValueError for a scope there is not."""
    client = ApiClient(grant.municipality, grant.name, grant.departments, known(grant.scopes), new_id(), now)
    row = {
        "municipality": client.municipality,
        "id": client.id,
        "name": client.name,
        "departments": json.dumps(sorted(client.departments)),
        "scopes": json.dumps(sorted(client.scopes)),
        "created": now,
    }
    db.execute(insert(_clients), row)
    return client


def by_id(db: Connection, municipality: str, id: str) -> ApiClient | None:
    """The system with this id, unless it was revoked."""
    mine = (_c.municipality == municipality, _c.id == id, _c.revoked.is_(None))
    row = db.execute(select(_clients).where(*mine)).one_or_none()
    return _client(row) if row else None


def admitted(db: Connection, municipality: str) -> list[ApiClient]:
    """Every system of a town, oldest first, the revoked ones too."""
    found = db.execute(select(_clients).where(_c.municipality == municipality).order_by(_c.id))
    return [_client(row) for row in found]


def revoke(db: Connection, municipality: str, id: str, now: datetime) -> bool:
    """Keep a system out from now on, whatever it shows; whether there was one."""
    mine = (_c.municipality == municipality, _c.id == id, _c.revoked.is_(None))
    return db.execute(update(_clients).where(*mine).values(revoked=now)).rowcount == 1


def _client(row: Row[Any]) -> ApiClient:
    departments, scopes = (frozenset(json.loads(listed)) for listed in (row.departments, row.scopes))
    return ApiClient(row.municipality, row.name, departments, scopes, row.id, row.created, row.revoked)
