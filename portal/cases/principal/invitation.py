"""Invitations: the way in for the person an application is about; each opens once, for one telephone.

What opens it, the end of a link or the code of a letter, is kept as a keyed hash alone; so is the key of the phone
that holds it. A right birth date is asked for as well: a link is easily sent on.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Index, Row, delete, insert, select, update
from sqlmodel import Field, SQLModel

from portal.security.keys import Keys
from portal.security.tokens import fingerprint, new_token, same
from portal.storage.columns import Moment
from portal.storage.database import rows
from portal.storage.tries import Limit

LINK, LETTER = "link", "letter"
LIVES = {LINK: timedelta(hours=72), LETTER: timedelta(days=21)}
"""A letter takes days to arrive, and is answered some days later."""
TRIES = 6
"""Wrong birth dates until an invitation is worthless."""
SLOWED = Limit(3, timedelta(minutes=15))
"""Tries of one invitation within a while."""
BYTES = 16
"""128 random bits end a link: few enough for a code that a camera reads at arm's length."""
DIGITS = 9
"""Of the code in a letter: neither as long as a receipt's number nor as short as one to go on with."""


class InvitationRow(SQLModel, table=True):
    """One invitation to the case `about`; `held` is the hash of the key of the telephone that opened it.

    `handed` says that somebody gave their own telephone to the person, `ended` that a word was given.
    """

    __tablename__ = "invitations"
    __table_args__ = (
        Index("invitations_about", "municipality", "about"),
        Index("invitations_expires", "municipality", "expires"),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    about: str
    way: str
    expires: datetime = Field(sa_type=Moment)
    tries: int
    held: str = ""
    handed: bool = False
    ended: bool = False


@dataclass(frozen=True)
class Invitation:
    """An invitation that can still be used, or was used a while ago."""

    municipality: str
    id: str
    about: str
    way: str
    expires: datetime
    held: str
    handed: bool
    ended: bool


_invitations = rows(InvitationRow)
_c = _invitations.c


def issue(db: Connection, keys: Keys, about: tuple[str, str], way: str, now: datetime) -> str:
    """What opens a fresh invitation to a case (town, id) by a way; an earlier one by the same way ends."""
    town, case = about
    db.execute(delete(_invitations).where(_c.municipality == town, _c.about == case, _c.way == way))
    secret = secrets.token_urlsafe(BYTES) if way == LINK else _unused(db, keys, town)
    row = {"about": case, "way": way, "expires": now + LIVES[way], "tries": TRIES}
    db.execute(insert(_invitations).values(municipality=town, id=_named(keys, town, secret), **row))
    return secret


def opening(db: Connection, keys: Keys, municipality: str, secret: str, now: datetime) -> Invitation | None:
    """The invitation that a link's end or a letter's code opens, or None when there is none any more."""
    return _live(db, municipality, _named(keys, municipality, secret), now)


def wrong(db: Connection, invitation: Invitation) -> None:
    """A wrong birth date costs one of its tries."""
    db.execute(update(_invitations).where(*_this(invitation)).values(tries=_c.tries - 1))


def hand(db: Connection, invitation: Invitation) -> None:
    """Note that the telephone is another's and was given to the person."""
    db.execute(update(_invitations).where(*_this(invitation)).values(handed=True))


def hold(db: Connection, keys: Keys, invitation: Invitation) -> str | None:
    """The key by which one telephone holds it from now on; None when another was quicker."""
    key = new_token()
    free = update(_invitations).where(*_this(invitation), _c.held == "")
    taken = db.execute(free.values(held=fingerprint(keys.pepper, key))).rowcount == 1
    return f"{invitation.id}.{key}" if taken else None


def held(db: Connection, keys: Keys, municipality: str, key: str, now: datetime) -> Invitation | None:
    """The invitation a telephone holds, until its days are over."""
    id, _, secret = key.partition(".")
    found = _live(db, municipality, id, now)
    return found if found and same(found.held, fingerprint(keys.pepper, secret)) else None


def end(db: Connection, municipality: str, about: str) -> None:
    """A word was given: whatever else leads to the case opens nothing any more."""
    mine = (_c.municipality == municipality, _c.about == about)
    db.execute(delete(_invitations).where(*mine, _c.held == ""))
    db.execute(update(_invitations).where(*mine).values(ended=True))


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget those past their days."""
    db.execute(delete(_invitations).where(_c.municipality == municipality, _c.expires < now))


def _live(db: Connection, municipality: str, id: str, now: datetime) -> Invitation | None:
    row = db.execute(select(_invitations).where(_c.municipality == municipality, _c.id == id)).one_or_none()
    return _of(row) if row is not None and row.tries > 0 and row.expires > now else None


def _of(row: Row[Any]) -> Invitation:
    return Invitation(**{name: value for name, value in row._mapping.items() if name != "tries"})


def _this(invitation: Invitation) -> tuple[Any, ...]:
    return _c.municipality == invitation.municipality, _c.id == invitation.id


def _unused(db: Connection, keys: Keys, town: str) -> str:
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
        taken = select(_c.id).where(_c.municipality == town, _c.id == _named(keys, town, code))
        if db.execute(taken).first() is None:
            return code


def _named(keys: Keys, town: str, secret: str) -> str:
    return fingerprint(keys.pepper, f"invitation:{town}:{secret}")
