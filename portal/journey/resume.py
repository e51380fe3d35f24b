"""Going on elsewhere: an eight-digit code and the birth date open the draft on another phone.

The code's row is named by an HMAC with the server's pepper, and the draft's token is wrapped
with a key that argon2id makes of code, birth date and pepper: the database alone opens nothing,
and the code alone opens nothing either.
"""

from __future__ import annotations

import os
import secrets
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import Connection, Index, delete, insert, select, update
from sqlmodel import Field, SQLModel

from portal.journey.counter import sitting as sittings
from portal.journey.draft import KEPT_FOR, Draft
from portal.security.keys import Keys, derived
from portal.security.sealing import Sealer, Unreadable
from portal.security.tokens import fingerprint
from portal.storage.columns import Moment
from portal.storage.database import rows

AT_ONCE = timedelta(minutes=15)
"""How long a code lives that is read off a clerk's screen; it opens the draft once."""
TRIES = 5
"""Wrong birth dates until a code is worthless."""
MEMORY_KIB, PASSES, LANES = 19_456, 2, 1
"""Argon2id's second recommended choice of OWASP's password storage cheat sheet: 19 MiB, two passes."""


class ResumeRow(SQLModel, table=True):
    """One code: named without saying it, the wrapped token, the tries left, and at which sitting it was made."""

    __tablename__ = "resumes"
    __table_args__ = (
        Index("resumes_draft", "municipality", "draft"),
        Index("resumes_expires", "municipality", "expires"),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    draft: str
    salt: bytes
    wrapped: bytes
    tries: int
    expires: datetime = Field(sa_type=Moment)
    sitting: str = Field(default="", sa_column_kwargs={"server_default": ""})


_resumes = rows(ResumeRow)


def issue(db: Connection, keys: Keys, draft: Draft, birth_date: str, now: datetime) -> str:
    """A fresh code (8 digits) for a draft; an earlier code of the same draft ends."""
    return _issued(db, keys, draft, birth_date, {"expires": now + KEPT_FOR, "sitting": ""})


def hand(db: Connection, keys: Keys, draft: Draft, birth_date: str, made: Made) -> str:
    """A fresh code by which whoever sits there opens the draft on their own telephone: once, and at once.

    A code the resident has on paper stays good.
    """
    return _issued(db, keys, draft, birth_date, {"expires": made.now + AT_ONCE, "sitting": made.sitting})


def _issued(db: Connection, keys: Keys, draft: Draft, birth_date: str, lasts: dict[str, Any]) -> str:
    town = draft.version.municipality
    same_kind = _resumes.c.sitting != "" if lasts["sitting"] else _resumes.c.sitting == ""
    db.execute(delete(_resumes).where(_resumes.c.municipality == town, _resumes.c.draft == draft.id, same_kind))
    code = _unused(db, keys, town)
    salt = os.urandom(16)
    wrapped = _sealer(keys, Ticket(code, birth_date), salt).seal(draft.token.encode(), f"resume:{town}")
    row = {"draft": draft.id, "salt": salt, "wrapped": wrapped, "tries": TRIES, **lasts}
    db.execute(insert(_resumes).values(municipality=town, id=_named(keys, town, code), **row))
    return code


class Made(NamedTuple):
    """At which sitting a code is made, by its id, and when."""

    sitting: str
    now: datetime


class Ticket(NamedTuple):
    """What the resident brings: the code's 8 digits and the applicant's birth date (ISO)."""

    code: str
    birth_date: str


def opened(db: Connection, keys: Keys, municipality: str, ticket: Ticket, now: datetime) -> str | None:
    """The draft's token, or None; a wrong birth date costs the code one of its tries."""
    where = (_resumes.c.municipality == municipality, _resumes.c.id == _named(keys, municipality, ticket.code))
    row = db.execute(select(_resumes).where(*where).with_for_update()).one_or_none()
    live = row is not None and row.tries > 0 and row.expires > now
    # A code nobody has costs the same work, so that time does not tell which codes exist.
    salt = row.salt if row is not None else bytes(16)
    sealer = _sealer(keys, ticket, salt)
    if row is None or not live:
        return None
    try:
        token = sealer.open(row.wrapped, f"resume:{municipality}").decode()
    except Unreadable:
        db.execute(update(_resumes).where(*where).values(tries=row.tries - 1))
        return None
    if row.sitting:
        db.execute(delete(_resumes).where(*where))
        sittings.take(db, municipality, row.sitting)
    return token


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget codes past their days."""
    db.execute(delete(_resumes).where(_resumes.c.municipality == municipality, _resumes.c.expires < now))


def _unused(db: Connection, keys: Keys, town: str) -> str:
    while True:
        code = f"{secrets.randbelow(10**8):08d}"
        where = (_resumes.c.municipality == town, _resumes.c.id == _named(keys, town, code))
        if db.execute(select(_resumes.c.id).where(*where)).first() is None:
            return code


def _named(keys: Keys, town: str, code: str) -> str:
    return fingerprint(keys.pepper, f"resume:{town}:{code}")


def _sealer(keys: Keys, ticket: Ticket, salt: bytes) -> Sealer:
    secret = fingerprint(keys.pepper, f"{ticket.code}:{ticket.birth_date}").encode()
    stretched = Argon2id(salt=salt, length=32, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB).derive(secret)
    return Sealer({1: derived(stretched, "resume")})
