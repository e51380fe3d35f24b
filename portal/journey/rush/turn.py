"""Turns: from when somebody may begin, given once, in the order in which people came, and never later than told.

A town says how many may begin in a minute. Each who comes is given the next free moment: one row a town is written for
it, and nothing is kept of anybody. What a phone holds is that moment, signed; to look whether it has come costs no
query.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import BigInteger, BindParameter, Connection, bindparam, case
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.security.tokens import fingerprint, same
from portal.storage.columns import EPOCH, MILLISECOND, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared
from portal.storage.tries import Limit

AT_ONCE = timedelta(minutes=1)
"""As many as a minute allows may begin at once: a few who come in the same second need not wait."""
GOOD = timedelta(days=1)
"""How long a turn can be used once it has come: nobody need sit there, and a phone that slept loses nothing."""

A_HALL = 20
"""Places any one address may take within WINDOW: a town hall or a care home that helps twenty people at a time."""
SHARE = 5
"""One address may take every fifth place, and no more: thousands of phones may stand behind a carrier's one address,
and a machine that asks without end makes everybody else wait a quarter longer at most."""
WINDOW = timedelta(minutes=SHARE)
"""Minutes in which it may take as many places as the town gives away in one."""


class TurnRow(SQLModel, table=True):
    """The last moment that was given away in a town, in milliseconds since 1970 UTC."""

    __tablename__ = "rush"
    municipality: str = Field(primary_key=True)
    last: int = Field(sa_type=BigInteger)


@dataclass(frozen=True)
class Turn:
    """From when somebody may begin, in a town where so many may each minute."""

    at: datetime
    each_minute: int

    def come(self, now: datetime) -> bool:
        """Whether it is their turn."""
        return self.at <= now

    def place(self, now: datetime) -> int:
        """Where they stand: 1 for who is next."""
        return _up((self.at - now) * self.each_minute / timedelta(minutes=1))

    def minutes(self, now: datetime) -> int:
        """How long it takes, a begun minute as a whole one."""
        return _up((self.at - now) / timedelta(minutes=1))

    def ticket(self, pepper: bytes, municipality: str) -> str:
        """What a phone holds of it."""
        at = milliseconds(self.at)
        return f"{at}.{_mark(pepper, municipality, at)}"


def share(each_minute: int) -> Limit:
    """How many places one address may take."""
    return Limit(max(A_HALL, each_minute), WINDOW)


def given(db: Connection, municipality: str, each_minute: int, now: datetime) -> Turn:
    """The next free turn, in the caller's transaction."""
    values = {"town": municipality, "now": milliseconds(now), "gap": 60_000 // each_minute}
    (last,) = _next(db.dialect.name).run(db, values).fetchone()
    return Turn(EPOCH + last * MILLISECOND - AT_ONCE, each_minute)


def held(ticket: str, pepper: bytes, municipality: str, each_minute: int, now: datetime) -> Turn | None:
    """The turn of a ticket; None for one that is not ours, of another town, or over."""
    told, _, mark = ticket.partition(".")
    if not (told.isascii() and told.isdecimal() and len(told) < 16):
        return None
    turn = Turn(EPOCH + int(told) * MILLISECOND, each_minute)
    ours = same(mark, _mark(pepper, municipality, int(told)))
    return turn if ours and now < turn.at + GOOD else None


def _mark(pepper: bytes, municipality: str, at: int) -> str:
    return fingerprint(pepper, f"turn:{municipality}:{at}")


def _up(share: float) -> int:
    return max(0, -int(-share // 1))


@cache
def _next(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    now: BindParameter[int] = bindparam("now")
    following = _turns.c.last + bindparam("gap")
    made = insert(_turns).values(municipality=bindparam("town"), last=now)
    later = case((following > now, following), else_=now)
    return Prepared(
        made.on_conflict_do_update(index_elements=["municipality"], set_={"last": later}).returning(_turns.c.last)
    )


_turns = rows(TurnRow)
