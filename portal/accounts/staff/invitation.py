"""Invitations: a link that lets one person make the first way in, or a new one when all were lost.

It can be used once, for three days; only its hash is kept, and a new one for the same person ends the one before.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Index, delete, insert, select, update
from sqlmodel import Field, SQLModel

from portal.accounts.staff.person import Person
from portal.security.tokens import new_token, token_hash
from portal.storage.columns import Moment
from portal.storage.database import rows

LASTS = timedelta(hours=72)


class StaffInvitationRow(SQLModel, table=True):
    """One invitation; `used` is empty until somebody came in by it."""

    __tablename__ = "staff_invitations"
    __table_args__ = (Index("staff_invitations_until", "municipality", "until"),)
    municipality: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    staff: str
    until: datetime = Field(sa_type=Moment)
    used: datetime | None = Field(default=None, sa_type=Moment)


_invitations = rows(StaffInvitationRow)
_i = _invitations.c


def invite(db: Connection, person: Person, now: datetime) -> str:
    """The last part of a new link, which is told this once and never again."""
    void(db, person)
    token = new_token()
    row = {"municipality": person.municipality, "hash": token_hash(token), "staff": person.id, "until": now + LASTS}
    db.execute(insert(_invitations), row)
    return token


def void(db: Connection, person: Person) -> None:
    """End every open link of a person."""
    mine = (_i.municipality == person.municipality, _i.staff == person.id)
    db.execute(delete(_invitations).where(*mine, _i.used.is_(None)))


def invited(db: Connection, municipality: str, token: str, now: datetime) -> str | None:
    """The id of whom a link is for; None for what is no link, or no longer."""
    found = db.execute(select(_i.staff).where(*_open(municipality, token, now))).one_or_none()
    return found.staff if found else None


def use(db: Connection, municipality: str, token: str, now: datetime) -> bool:
    """Use a link up; whether it could still be used. Of two who try at once, one does."""
    return db.execute(update(_invitations).where(*_open(municipality, token, now)).values(used=now)).rowcount == 1


def waiting(db: Connection, municipality: str, now: datetime) -> frozenset[str]:
    """The ids of everybody whose link is open."""
    found = db.execute(select(_i.staff).where(_i.municipality == municipality, _i.used.is_(None), _i.until > now))
    return frozenset(row.staff for row in found)


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget links past their days."""
    db.execute(delete(_invitations).where(_i.municipality == municipality, _i.until < now - LASTS))


def _open(municipality: str, token: str, now: datetime) -> tuple[Any, ...]:
    return (_i.municipality == municipality, _i.hash == token_hash(token), _i.used.is_(None), _i.until > now)
