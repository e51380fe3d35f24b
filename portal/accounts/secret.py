"""Secrets of systems: only hashes are kept, two hold while one takes over from the other.

A secret begins with the town's code, so that every query names its town. One that is a `bearer` is shown with every
request as it is, for small scripts; the others buy access for a few minutes (OAuth 2 client credentials).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Index, Row, UniqueConstraint, insert, or_, select, update
from sqlmodel import Field, SQLModel

from portal.accounts.api_client import ApiClient
from portal.security.tokens import new_id, new_token, token_hash
from portal.storage.columns import Moment
from portal.storage.database import rows

MARK = "yorisoi"
"""The first part of every secret, by which people and scanners know a lost one."""
OVERLAP = timedelta(days=7)
"""How long the old secret still holds when a new one was made."""
ABOUT = timedelta(minutes=5)
"""How exactly it is kept when a secret was last used: a row for each request would cost more than the answer."""


class ApiSecretRow(SQLModel, table=True):
    """One secret of a system; `expires` is empty while no other takes over, `used` until it is first shown."""

    __tablename__ = "api_secrets"
    __table_args__ = (UniqueConstraint("municipality", "hash"), Index("api_secrets_client", "municipality", "client"))
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    client: str
    hash: str
    bearer: bool
    created: datetime = Field(sa_type=Moment)
    expires: datetime | None = Field(default=None, sa_type=Moment)
    used: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True)
class Secret:
    """A secret that holds, or did; the words themselves are known to its system alone."""

    municipality: str
    id: str
    client: str
    bearer: bool
    created: datetime
    expires: datetime | None
    used: datetime | None

    def holds(self, now: datetime) -> bool:
        """Whether it may still be shown."""
        return self.expires is None or now < self.expires


_secrets = rows(ApiSecretRow)
_s = _secrets.c


def issue(db: Connection, client: ApiClient, now: datetime, *, bearer: bool = False) -> str:
    """A new secret, which is shown this once and never again."""
    words = f"{MARK}_{client.municipality}_{new_token()}"
    row = {"municipality": client.municipality, "id": new_id(), "client": client.id, "hash": token_hash(words)}
    db.execute(insert(_secrets), {**row, "bearer": bearer, "created": now})
    return words


def rotate(db: Connection, client: ApiClient, now: datetime, overlap: timedelta = OVERLAP) -> str:
    """A new secret of the same sort. The newest before it holds for `overlap`, all older ones end at once."""
    holding = [secret for secret in of_client(db, client) if secret.holds(now)]
    newest = holding[-1] if holding else None
    for secret in holding:
        until = now + overlap if secret is newest else now
        here = (_s.municipality == client.municipality, _s.id == secret.id)
        db.execute(update(_secrets).where(*here).values(expires=min(secret.expires or until, until)))
    return issue(db, client, now, bearer=newest is not None and newest.bearer)


def of_client(db: Connection, client: ApiClient) -> list[Secret]:
    """Every secret of a system, oldest first."""
    mine = (_s.municipality == client.municipality, _s.client == client.id)
    return [_secret(row) for row in db.execute(select(_secrets).where(*mine).order_by(_s.id))]


def town_of(words: str) -> str:
    """The code of the town a secret names; empty for anything else. It proves nothing."""
    mark, _, rest = words.partition("_")
    return rest.partition("_")[0] if mark == MARK else ""


def by_words(db: Connection, words: str, now: datetime) -> Secret | None:
    """The secret that was shown, while it holds."""
    return _one(db, (_s.municipality == town_of(words), _s.hash == token_hash(words)), now)


def by_id(db: Connection, municipality: str, id: str, now: datetime) -> Secret | None:
    """The secret with this id, while it holds."""
    return _one(db, (_s.municipality == municipality, _s.id == id), now)


def use(db: Connection, secret: Secret, now: datetime) -> None:
    """Keep when it was last used."""
    stale = or_(_s.used.is_(None), _s.used < now)
    db.execute(
        update(_secrets).where(_s.municipality == secret.municipality, _s.id == secret.id, stale).values(used=now)
    )


def rested(secret: Secret, now: datetime) -> bool:
    """Whether it was used for the last time long enough ago to keep it anew."""
    return secret.used is None or now - secret.used >= ABOUT


def _one(db: Connection, where: tuple[Any, ...], now: datetime) -> Secret | None:
    row = db.execute(select(_secrets).where(*where)).one_or_none()
    secret = _secret(row) if row else None
    return secret if secret and secret.holds(now) else None


def _secret(row: Row[Any]) -> Secret:
    return Secret(**{name: value for name, value in row._mapping.items() if name != "hash"})
