"""Once: what was answered to a request with an Idempotency-Key, so that the same one again gets the same answer.

The place is taken before the work begins and holds for as long as any work lasts; a process that dies leaves it to
whoever sends the same again, whose work ends where the first began.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Index, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.accounts.api_client import ApiClient
from portal.security.keys import Keys
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

KEPT_FOR = timedelta(days=2)
"""After which the same key means something new."""
WORKS_FOR = timedelta(minutes=2)
"""No request is worked at for longer."""


class ApiOnceRow(SQLModel, table=True):
    """One request: the hash of its body, when it came, and the sealed answer once there is one."""

    __tablename__ = "api_once"
    __table_args__ = (Index("api_once_at", "municipality", "at"),)
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    body: str
    at: datetime = Field(sa_type=Moment)
    sealed: bytes | None = None


@dataclass(frozen=True)
class Request:
    """A request of a system under a key of its choice; `id` is that of the key."""

    municipality: str
    id: str
    body: str

    @classmethod
    def of(cls, client: ApiClient, key: str, asked: str, body: bytes) -> Request:
        """The request; `asked` is its method and address."""
        id = sha256(f"{client.id}:{key}".encode()).hexdigest()[:32]
        return cls(client.municipality, id, sha256(asked.encode() + b"\n" + body).hexdigest())

    @property
    def work(self) -> str:
        """What comes of it is known by this for ever: the same whenever the same is sent again, and another for what
        is sent under the key once its answer is forgotten.
        """
        return sha256(f"{self.id}:{self.body}".encode()).hexdigest()[:32]


class OtherBody(Exception):
    """This key was used for something else."""


class UnderWay(Exception):
    """The same request is being worked at."""


_once = rows(ApiOnceRow)
_o = _once.c


def begin(db: Connection, keys: Keys, request: Request, now: datetime) -> bytes | None:
    """Take the place of a request, or give what was answered to it. Raises OtherBody or UnderWay."""
    row = {"municipality": request.municipality, "id": request.id, "body": request.body}
    if _insert(db.dialect.name).run(db, {**row, "at": milliseconds(now), "sealed": None}).fetchone():
        return None
    mine = (_o.municipality == request.municipality, _o.id == request.id)
    found = db.execute(select(_once).where(*mine).with_for_update()).one_or_none()
    if found is None:  # whoever had the place has given it up this very moment; the next try finds it free
        raise UnderWay
    if found.body != request.body:
        raise OtherBody
    if found.sealed is not None:
        return keys.town(request.municipality).open(found.sealed, _seal(request))
    if now - found.at < WORKS_FOR:
        raise UnderWay
    db.execute(update(_once).where(*mine).values(at=now))
    return None


def keep(db: Connection, keys: Keys, request: Request, answer: bytes) -> None:
    """Keep what was answered."""
    box = keys.town(request.municipality).seal(answer, _seal(request))
    mine = (_o.municipality == request.municipality, _o.id == request.id)
    db.execute(update(_once).where(*mine).values(sealed=box))


def give_up(db: Connection, request: Request) -> None:
    """Nothing came of it: the key may be used again, for something mended too."""
    mine = (_o.municipality == request.municipality, _o.id == request.id)
    db.execute(delete(_once).where(*mine, _o.sealed.is_(None)))


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget answers past their days."""
    db.execute(delete(_once).where(_o.municipality == municipality, _o.at < now - KEPT_FOR))


def _seal(request: Request) -> str:
    return f"once:{request.id}"


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _o}
    return Prepared(insert(_once).values(values).on_conflict_do_nothing().returning(_o.id))
