"""Sessions of the staff: from coming in to going out, half an hour of rest, or the end of a working day.

What a browser holds is the session's id, a number and a mark only this house can make; so the database has nothing by
which anybody could come in. The number goes on every quarter of an hour: whoever shows an older one took it from
somewhere, and the session ends for both. It also ends where it is shown by another browser than the one that began it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Index, Row, delete, insert, select, update
from sqlmodel import Field, SQLModel

from portal.accounts.staff.person import Person
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.security.tokens import fingerprint, new_id, same
from portal.storage.columns import Moment
from portal.storage.database import rows

REST, DAY = timedelta(minutes=30), timedelta(hours=10)
"""Ends after so long without a wish, and after so long in any case."""
CLOSES = {"minutes": REST // timedelta(minutes=1), "hours": DAY // timedelta(hours=1)}
"""The same in minutes and hours, for words."""
TURN, GRACE = timedelta(minutes=15), timedelta(minutes=1)
"""When the number goes on; how long the one before still holds, for wishes that were under way."""
PROVEN = timedelta(minutes=5)
"""How long it counts that somebody has just shown a key."""
ABOUT = timedelta(minutes=1)
"""How exactly it is kept when a session was last used."""
REMEMBERED = timedelta(days=1)
"""How long an ended session keeps what was being typed in it."""


class StaffSessionRow(SQLModel, table=True):
    """One session; `browser` is a fingerprint, `kept` the sealed words of a form that could not be taken, `lent` says
    that a resident has the screen: until a key is shown again the desk stays closed.
    """

    __tablename__ = "staff_sessions"
    __table_args__ = (
        Index("staff_sessions_staff", "municipality", "staff"),
        Index("staff_sessions_began", "municipality", "began"),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    staff: str
    browser: str
    number: int
    began: datetime = Field(sa_type=Moment)
    seen: datetime = Field(sa_type=Moment)
    turned: datetime = Field(sa_type=Moment)
    proved: datetime = Field(sa_type=Moment)
    ended: datetime | None = Field(default=None, sa_type=Moment)
    kept: bytes | None = None
    lent: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})


class Left(NamedTuple):
    """Whole seconds until a session ends: `rest` unless it is used, `day` in any case; 0 when it has ended."""

    rest: int
    day: int


@dataclass(frozen=True)
class Session:
    """A session as it is kept, and the `shown` number by which it was found."""

    municipality: str
    id: str
    staff: str
    browser: str
    number: int
    began: datetime
    seen: datetime
    turned: datetime
    proved: datetime
    ended: datetime | None
    kept: bytes | None
    lent: bool
    shown: int

    def holds(self, now: datetime) -> bool:
        """Whether its time is not over."""
        return self.ended is None and now - self.seen < REST and now - self.began < DAY

    def left(self, now: datetime) -> Left:
        """How long it still holds."""
        if not self.holds(now):
            return Left(0, 0)
        return Left(int((self.seen + REST - now).total_seconds()), int((self.began + DAY - now).total_seconds()))

    def stolen(self, browser: str, now: datetime) -> bool:
        """Whether somebody else than its holder shows it: another browser, or a number from before."""
        late = self.shown < self.number - 1 or (self.shown == self.number - 1 and now - self.turned > GRACE)
        return late or self.shown > self.number + 1 or not same(self.browser, browser)

    def fresh(self, now: datetime) -> bool:
        """Whether a key was shown just now."""
        return now - self.proved < PROVEN


@dataclass(frozen=True)
class Words:
    """What somebody typed into the form at an address, when the session had ended."""

    address: str
    typed: dict[str, str]


_sessions = rows(StaffSessionRow)
_s = _sessions.c


def browser_of(keys: Keys, agent: str) -> str:
    """The fingerprint of a browser, by what it calls itself."""
    return fingerprint(keys.pepper, f"browser:{agent}")


def begin(db: Connection, keys: Keys, person: Person, browser: str, now: datetime) -> str:
    """A new session, its key shown just now; gives what the browser holds."""
    moments = dict.fromkeys(("began", "seen", "turned", "proved"), now)
    row = {"municipality": person.municipality, "id": new_id(), "staff": person.id, "browser": browser, "number": 0}
    db.execute(insert(_sessions), {**row, **moments})
    return _token(keys, person.municipality, str(row["id"]), 0)


def shown(db: Connection, keys: Keys, municipality: str, token: str) -> Session | None:
    """The session a browser holds, ended or not; None for what this house did not give."""
    id, _, rest = token.partition(".")
    number = rest.partition(".")[0]
    if not (number.isascii() and number.isdecimal() and len(number) < 6):
        return None
    if not same(token, _token(keys, municipality, id, int(number))):
        return None
    row = db.execute(select(_sessions).where(_s.municipality == municipality, _s.id == id)).one_or_none()
    return _session(row, int(number)) if row else None


def by_id(db: Connection, municipality: str, id: str) -> Session | None:
    """The session with this id, ended or not."""
    row = db.execute(select(_sessions).where(_s.municipality == municipality, _s.id == id)).one_or_none()
    return _session(row, row.number) if row else None


def due(keys: Keys, session: Session, now: datetime) -> str:
    """What the browser is to hold from now on, or "" while nothing changes. The same to all who ask at once."""
    if session.shown == session.number and now - session.turned >= TURN:
        return _token(keys, session.municipality, session.id, session.number + 1)
    return ""


def stale(session: Session, now: datetime) -> bool:
    """Whether `touch` has something to keep."""
    return session.shown > session.number or now - session.seen >= ABOUT


def touch(db: Connection, session: Session, now: datetime) -> None:
    """Keep that a session was used; its number goes on once the browser shows the new one."""
    db.execute(update(_sessions).where(*_of(session), _s.ended.is_(None), _s.seen < now).values(seen=now))
    if session.shown > session.number:
        here = (*_of(session), _s.number == session.number)
        db.execute(update(_sessions).where(*here).values(number=session.shown, turned=now))


def prove(db: Connection, session: Session, now: datetime) -> None:
    """Keep that a key was shown again: the screen is the staff's."""
    db.execute(update(_sessions).where(*_of(session)).values(proved=now, seen=now, lent=False))


def lend(db: Connection, session: Session) -> None:
    """The screen is a resident's from now on."""
    db.execute(update(_sessions).where(*_of(session)).values(lent=True))


def end(db: Connection, session: Session, now: datetime) -> None:
    """End a session at once."""
    db.execute(update(_sessions).where(*_of(session), _s.ended.is_(None)).values(ended=now))


def end_all(db: Connection, person: Person, now: datetime, but: str = "") -> int:
    """End every session of a person, but the one with this id; how many there were."""
    mine = (_s.municipality == person.municipality, _s.staff == person.id, _s.ended.is_(None), _s.id != but)
    return db.execute(update(_sessions).where(*mine).values(ended=now)).rowcount


def keep(db: Connection, keys: Keys, session: Session, words: Words | None) -> None:
    """Keep what was typed, or forget it."""
    box = None
    if words is not None:
        told = json.dumps({"address": words.address, "typed": words.typed}).encode()
        box = keys.town(session.municipality).seal(told, _about(session.id))
    db.execute(update(_sessions).where(*_of(session)).values(kept=box))


def kept(keys: Keys, session: Session) -> Words | None:
    """What was typed and not taken."""
    if session.kept is None:
        return None
    try:
        told = json.loads(keys.town(session.municipality).open(session.kept, _about(session.id)))
    except Unreadable:
        return None
    return Words(told["address"], told["typed"])


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget sessions that ended long ago."""
    db.execute(delete(_sessions).where(_s.municipality == municipality, _s.began < now - DAY - REMEMBERED))


def _of(session: Session) -> tuple[Any, ...]:
    return (_s.municipality == session.municipality, _s.id == session.id)


def _token(keys: Keys, municipality: str, id: str, number: int) -> str:
    return f"{id}.{number}.{fingerprint(keys.pepper, f'session:{municipality}:{id}:{number}')}"


def _about(id: str) -> str:
    return f"staff session:{id}"


def _session(row: Row[Any], number: int) -> Session:
    return Session(**row._mapping, shown=number)
