"""A person of a town's staff: the name, sealed, and the roles. Who was revoked is out at once, and stays on record."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlmodel import Field, SQLModel

from portal.accounts.staff.role import ADMINISTRATOR, EVERYWHERE, Held, known, reach
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.storage.columns import Moment
from portal.storage.database import rows


class StaffRow(SQLModel, table=True):
    """One person; `roles` is JSON, lists by department; `joined` is empty until the first way in was made."""

    __tablename__ = "staff"
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    sealed: bytes
    roles: str
    invited: datetime = Field(sa_type=Moment)
    joined: datetime | None = Field(default=None, sa_type=Moment)
    revoked: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True)
class Person:
    """Somebody who may come in, or might once."""

    municipality: str
    id: str
    name: str
    roles: Held
    invited: datetime
    joined: datetime | None = None
    revoked: datetime | None = None

    def reach(self, role: str) -> frozenset[str]:
        """The departments in which this person has a role."""
        return reach(self.roles, role)


class LastAdministrator(Exception):
    """Nobody would be left who looks after the staff of the whole town."""


_staff = rows(StaffRow)
_s = _staff.c


def add(db: Connection, keys: Keys, person: Person) -> None:
    """Keep a new person. Raises ValueError for a role there is not."""
    box = keys.town(person.municipality).seal(person.name.encode(), _about(person.id))
    row = {"municipality": person.municipality, "id": person.id, "sealed": box, "invited": person.invited}
    db.execute(insert(_staff), {**row, "roles": _written(person.roles)})


def new(municipality: str, name: str, roles: Held, now: datetime) -> Person:
    """Somebody invited now."""
    return Person(municipality, new_id(), name, roles, now)


def by_id(db: Connection, keys: Keys, municipality: str, id: str) -> Person | None:
    """The person with this id, revoked or not."""
    row = db.execute(select(_staff).where(_s.municipality == municipality, _s.id == id)).one_or_none()
    return _person(keys, row) if row else None


def everybody(db: Connection, keys: Keys, municipality: str) -> list[Person]:
    """Every person of a town, in the order they were invited, the revoked ones too."""
    found = db.execute(select(_staff).where(_s.municipality == municipality).order_by(_s.id))
    return [_person(keys, row) for row in found]


def anybody(db: Connection, municipality: str) -> bool:
    """Whether a town has staff."""
    return db.execute(select(_s.id).where(_s.municipality == municipality).limit(1)).one_or_none() is not None


def join(db: Connection, person: Person, now: datetime) -> None:
    """Keep when somebody first made a way in."""
    db.execute(update(_staff).where(*_of(person), _s.joined.is_(None)).values(joined=now))


def give(db: Connection, keys: Keys, person: Person, roles: Held) -> None:
    """Give somebody these roles instead. Raises ValueError for one there is not, or LastAdministrator."""
    _not_the_last(db, keys, person, roles)
    db.execute(update(_staff).where(*_of(person)).values(roles=_written(roles)))


def revoke(db: Connection, keys: Keys, person: Person, now: datetime) -> bool:
    """Keep somebody out from now on; whether they could come in before. Raises LastAdministrator."""
    _not_the_last(db, keys, person, {})
    return db.execute(update(_staff).where(*_of(person), _s.revoked.is_(None)).values(revoked=now)).rowcount == 1


def _not_the_last(db: Connection, keys: Keys, person: Person, roles: Held) -> None:
    if not _looks_after_all(person.roles) or _looks_after_all(roles):
        return
    held = db.execute(select(_s.id).where(_s.municipality == person.municipality).with_for_update())
    ids = {row.id for row in held} - {person.id}
    others = (one for one in everybody(db, keys, person.municipality) if one.id in ids)
    if not any(one.joined and not one.revoked and _looks_after_all(one.roles) for one in others):
        raise LastAdministrator


def _looks_after_all(roles: Held) -> bool:
    return EVERYWHERE in reach(roles, ADMINISTRATOR)


def _of(person: Person) -> tuple[Any, ...]:
    return (_s.municipality == person.municipality, _s.id == person.id)


def _about(id: str) -> str:
    return f"staff:{id}"


def _written(roles: Held) -> str:
    return json.dumps({department: sorted(known(held)) for department, held in sorted(roles.items()) if held})


def _person(keys: Keys, row: Row[Any]) -> Person:
    name = keys.town(row.municipality).open(row.sealed, _about(row.id)).decode()
    roles = {department: frozenset(held) for department, held in json.loads(row.roles).items()}
    return Person(row.municipality, row.id, name, roles, row.invited, row.joined, row.revoked)
