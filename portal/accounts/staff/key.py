"""Passkeys of the staff: several for each person, each with a name of its holder's choice; one at least stays."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Index, Row, delete, func, insert, select, update
from sqlmodel import Field, SQLModel

from portal.accounts.staff.person import Person
from portal.security.keys import Keys
from portal.security.passkey import Credential
from portal.storage.columns import Moment
from portal.storage.database import rows

MOST = 10
"""Keys of one person; who has so many removes one first."""


class StaffKeyRow(SQLModel, table=True):
    """The public half of one key; its id as browsers write it, its name sealed."""

    __tablename__ = "staff_keys"
    __table_args__ = (Index("staff_keys_staff", "municipality", "staff"),)
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    staff: str
    public_key: bytes
    counter: int
    sealed: bytes
    made: datetime = Field(sa_type=Moment)
    used: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True)
class StaffKey:
    """A key: whose it is, what it is called, when it was made and last used."""

    municipality: str
    id: str
    staff: str
    credential: Credential
    name: str
    made: datetime
    used: datetime | None


class LastKey(Exception):
    """Its holder could not come in any more."""


class Taken(Exception):
    """This key is somebody's already, or its holder has as many as there may be."""


_keys = rows(StaffKeyRow)
_k = _keys.c


def written(id: bytes) -> str:
    """The id of a key as browsers write it."""
    return urlsafe_b64encode(id).rstrip(b"=").decode()


def keep(db: Connection, keys: Keys, person: Person, made: tuple[Credential, str], now: datetime) -> None:
    """Keep a key that was just made, with its name. Raises Taken."""
    credential, name = made
    id = written(credential.id)
    if by_id(db, keys, person.municipality, id) or len(of_person(db, keys, person)) >= MOST:
        raise Taken
    box = keys.town(person.municipality).seal(name.encode(), _about(id))
    row = {"municipality": person.municipality, "id": id, "staff": person.id, "sealed": box, "made": now}
    db.execute(insert(_keys), {**row, "public_key": credential.public_key, "counter": credential.counter})


def by_id(db: Connection, keys: Keys, municipality: str, id: str) -> StaffKey | None:
    """The key with this id."""
    row = db.execute(select(_keys).where(_k.municipality == municipality, _k.id == id)).one_or_none()
    return _key(keys, row) if row else None


def of_person(db: Connection, keys: Keys, person: Person) -> list[StaffKey]:
    """Every key of a person, the oldest first."""
    found = db.execute(select(_keys).where(*_of(person)).order_by(_k.made, _k.id))
    return [_key(keys, row) for row in found]


def use(db: Connection, key: StaffKey, counter: int, now: datetime) -> None:
    """Keep that a key was used, and how often it says it was."""
    mine = (_k.municipality == key.municipality, _k.id == key.id)
    db.execute(update(_keys).where(*mine).values(counter=counter, used=now))


def remove(db: Connection, person: Person, id: str) -> bool:
    """Forget a key; whether there was one. Raises LastKey."""
    held = db.execute(select(_k.id).where(*_of(person)).with_for_update())
    ids = {row.id for row in held}
    if ids == {id}:
        raise LastKey
    return db.execute(delete(_keys).where(*_of(person), _k.id == id)).rowcount == 1


def forget(db: Connection, person: Person) -> int:
    """Forget every key of a person, who was revoked or lost them all; how many there were."""
    count = db.execute(select(func.count()).select_from(_keys).where(*_of(person))).scalar_one()
    db.execute(delete(_keys).where(*_of(person)))
    return int(count)


def _of(person: Person) -> tuple[Any, ...]:
    return (_k.municipality == person.municipality, _k.staff == person.id)


def _about(id: str) -> str:
    return f"staff key:{id}"


def _key(keys: Keys, row: Row[Any]) -> StaffKey:
    name = keys.town(row.municipality).open(row.sealed, _about(row.id)).decode()
    credential = Credential(_bytes(row.id), row.public_key, row.counter)
    return StaffKey(row.municipality, row.id, row.staff, credential, name, row.made, row.used)


def _bytes(id: str) -> bytes:
    return urlsafe_b64decode(id + "=" * (-len(id) % 4))
