"""The outbox: envelopes wait here from the transaction that wrote them until a server has accepted them.

An envelope is waiting, leased (a worker has it until its lease runs out), delivered, set aside (nobody will ever
accept it as it is; an operator looks), or discarded (an operator looked, and it need not go). `due` is when an open
one may be taken next, so a lease is nothing but a later `due`: when its worker dies, the envelope simply comes round
again, with the same id.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import ColumnElement, Connection, Index, and_, bindparam, insert, select, text, update
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import Field, SQLModel

from portal.delivery.envelope import EMAIL, Envelope, seal_of, unpacked
from portal.delivery.way import Passing
from portal.security.keys import Keys
from portal.storage.columns import EPOCH, MILLISECOND, Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

WAITING, LEASED, DELIVERED, SET_ASIDE, DISCARDED = "waiting", "leased", "delivered", "set_aside", "discarded"
SETTLED = frozenset({DELIVERED, DISCARDED})
"""Nobody waits for what stands so."""

KEPT = "state IN ('delivered', 'discarded') AND length(sealed) > 0"
"""What is settled and not yet forgotten."""
LEASE = timedelta(minutes=5)
"""How long one worker has an envelope for itself; one sending takes at most four minutes."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=24)
MOST_BUSY = 4
"""Receivers who can be left out of a lease."""
JITTER = 0.2
"""Pauses vary by this share, so that a mail server coming back is not met by everybody at once."""


class EnvelopeRow(SQLModel, table=True):
    """One envelope; `due` is empty unless it is waiting or leased, and its box some time after it was settled."""

    __tablename__ = "envelopes"
    __table_args__ = (
        Index(
            "envelopes_due",
            "channel",
            "due",
            sqlite_where=text("due IS NOT NULL"),
            postgresql_where=text("due IS NOT NULL"),
        ),
        Index("envelopes_about", "municipality", "about", "channel", "id"),
        Index(
            "envelopes_set_aside",
            "municipality",
            sqlite_where=text("state = 'set_aside'"),
            postgresql_where=text("state = 'set_aside'"),
        ),
        Index(
            "envelopes_discarded",
            "municipality",
            "ended",
            sqlite_where=text("state = 'discarded'"),
            postgresql_where=text("state = 'discarded'"),
        ),
        Index("envelopes_kept", "municipality", "ended", sqlite_where=text(KEPT), postgresql_where=text(KEPT)),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    about: str
    channel: str = Field(default=EMAIL, sa_column_kwargs={"server_default": EMAIL})
    department: str = Field(default="", sa_column_kwargs={"server_default": ""})
    state: str
    due: datetime | None = Field(sa_type=Moment)
    posted: datetime = Field(sa_type=Moment)
    ended: datetime | None = Field(default=None, sa_type=Moment)
    tries: int
    last_error: str
    sealed: bytes


Receiver = tuple[str, str]
"""A town and one of its departments."""

_envelopes = rows(EnvelopeRow)
_e = _envelopes.c


@dataclass(frozen=True)
class Leased:
    """An envelope in a worker's hands; `tries` counts this one and tells its lease from later ones."""

    municipality: str
    id: str
    channel: str
    department: str
    tries: int
    posted: datetime
    sealed: bytes

    @property
    def receiver(self) -> Receiver:
        """Whom it is for."""
        return self.municipality, self.department

    def opened(self, keys: Keys) -> Envelope:
        """The letter itself. Raises Unreadable, or ValueError, KeyError, TypeError for a broken one."""
        plain = keys.town(self.municipality).open(self.sealed, seal_of(self.id))
        return unpacked(self.municipality, self.id, plain)


def post(db: Connection, keys: Keys, envelope: Envelope, now: datetime) -> None:
    """Keep an envelope in the caller's transaction; it leaves after the commit, or never existed."""
    row = {
        "municipality": envelope.municipality,
        "id": envelope.id,
        "about": envelope.about,
        "channel": envelope.channel,
        "department": envelope.department,
        "state": WAITING,
        "due": milliseconds(now),
        "posted": milliseconds(now),
        "ended": None,
        "tries": 0,
        "last_error": "",
        "sealed": keys.town(envelope.municipality).seal(envelope.packed(), envelope.seal),
    }
    _POST.run(db, row)


def anything_due(db: Connection, now: datetime, channel: str = EMAIL) -> bool:
    """Whether any town has an envelope that may be taken."""
    return _DUE.run(db, {"channel": channel, "now": milliseconds(now)}).fetchone() is not None


def lease(
    db: Connection, now: datetime, count: int, channel: str = EMAIL, busy: Collection[Receiver] = ()
) -> list[Leased]:
    """Take up to `count` due envelopes of all towns: one queue, as one poll a second for each town would be absurd.

    Of several about the same thing only the first open one is taken; none for the `busy`, of whom there are at most
    MOST_BUSY. Workers never wait for one another: PostgreSQL skips rows another one is taking, SQLite lets one writer
    in at a time.
    """
    wanted = {"channel": channel, "now": milliseconds(now), "until": milliseconds(now + LEASE), "count": count}
    padded = [*("/".join(one) for one in busy), *[""] * (MOST_BUSY - len(busy))]
    taken = _TAKE.run(db, wanted | {f"busy{n}": one for n, one in enumerate(padded)}).fetchall()
    return sorted(map(_leased, taken), key=lambda one: one.id)


def _leased(row: tuple[Any, ...]) -> Leased:
    municipality, id, channel, department, tries, posted, box = row
    return Leased(municipality, id, channel, department, tries, EPOCH + posted * MILLISECOND, box)


def taking() -> ReturningUpdate[Any]:
    """The statement of a lease: `channel`, `now`, `until` when it lasts, `count` at most, `busy0` and on."""
    earlier = _envelopes.alias("earlier")
    same = (getattr(earlier.c, name) == getattr(_e, name) for name in ("municipality", "about", "channel"))
    blocked = select(earlier.c.id).where(*same, earlier.c.id < _e.id, earlier.c.due.is_not(None)).exists()
    receiver = _e.municipality.concat("/").concat(_e.department)
    busy: list[ColumnElement[str]] = [bindparam(f"busy{n}") for n in range(MOST_BUSY)]
    chosen = (
        select(_e.municipality, _e.id)
        .where(_e.channel == bindparam("channel"), _e.due <= bindparam("now"), receiver.not_in(busy), ~blocked)
        .order_by(_e.due)
        .limit(bindparam("count"))
        .with_for_update(skip_locked=True, of=_envelopes)
        .cte("chosen")
    )
    return (
        update(_envelopes)
        .where(_e.municipality == chosen.c.municipality, _e.id == chosen.c.id)
        .values(state=LEASED, due=bindparam("until"), tries=_e.tries + 1)
        .returning(_e.municipality, _e.id, _e.channel, _e.department, _e.tries, _e.posted, _e.sealed)
    )


_POST = Prepared(insert(_envelopes))
_DUE = Prepared(
    select(_e.id).where(_e.channel == bindparam("channel"), _e.due <= bindparam("now")).limit(1),
)
_TAKE = Prepared(taking())
_DONE = Prepared(
    update(_envelopes)
    .where(_e.municipality == bindparam("town"), _e.id == bindparam("envelope"), _e.state != DELIVERED)
    .values(state=DELIVERED, due=None, ended=bindparam("now"), last_error="")
)


def delivered(db: Connection, leased: Leased, now: datetime) -> None:
    """A server has accepted it. True even when the lease ran out meanwhile: it must not go once more."""
    _DONE.run(db, {"town": leased.municipality, "envelope": leased.id, "now": milliseconds(now)})


def put_off(db: Connection, leased: Leased, failed: Passing, now: datetime, chance: Random) -> None:
    """It did not work this time; try again after a pause, and not before the other side wants to be asked again."""
    due = now + max(pause(leased.tries, chance), failed.after * chance.uniform(1, 1 + JITTER))
    db.execute(update(_envelopes).where(_still(leased)).values(state=WAITING, due=due, last_error=failed.why))


def set_aside(db: Connection, leased: Leased, error: str, now: datetime) -> None:
    """It can never work as it is: out of the queue, counted, kept until somebody looks."""
    aside = {"state": SET_ASIDE, "due": None, "ended": now, "last_error": error}
    db.execute(update(_envelopes).where(_still(leased)).values(aside))


def pause(tries: int, chance: Random) -> timedelta:
    """How long to wait after the n-th try: 1 minute doubling to 24 hours, a fifth more or less, never above 24."""
    doubled = FIRST_PAUSE * 2.0 ** min(tries - 1, 20)
    return min(min(doubled, LONGEST_PAUSE) * chance.uniform(1 - JITTER, 1 + JITTER), LONGEST_PAUSE)


def _still(leased: Leased) -> ColumnElement[bool]:
    return and_(
        _e.municipality == leased.municipality,
        _e.id == leased.id,
        _e.state == LEASED,
        _e.tries == leased.tries,
    )
