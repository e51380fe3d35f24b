"""Mending by an operator's hand: sending once more, to another address if need be; and forgetting what has left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, and_, literal, select, text, update

from portal.delivery.envelope import Envelope, seal_of, unpacked
from portal.delivery.outbox import DELIVERED, KEPT, SET_ASIDE, WAITING, EnvelopeRow
from portal.security.keys import Keys
from portal.storage.database import rows

_envelopes = rows(EnvelopeRow)
_e = _envelopes.c


UNKNOWN = "there is no such envelope"


class Gone(Exception):
    """There is nothing to send again; the text says why."""


def aside(db: Connection, municipality: str) -> list[str]:
    """Ids of a town's envelopes that are set aside, the oldest first."""
    set_aside = _e.state == literal(SET_ASIDE, literal_execute=True)
    return list(db.scalars(select(_e.id).where(_e.municipality == municipality, set_aside).order_by(_e.id)))


def send_again(
    db: Connection, keys: Keys, which: tuple[str, str], addressed: Callable[[Envelope], Envelope], now: datetime
) -> None:
    """Put an envelope (town, id) that was set aside or delivered back into the queue, `addressed` anew.

    Raises Gone, or Unreadable where the keys do not open it.
    """
    municipality, id = which
    mine = and_(_e.municipality == municipality, _e.id == id)
    row = db.execute(select(_e.state, _e.sealed).where(mine)).one_or_none()
    if row is None:
        raise Gone(UNKNOWN)
    if row.state not in (SET_ASIDE, DELIVERED):
        raise Gone("it is still waiting, and goes by itself")
    if not row.sealed:
        raise Gone("it left long ago and is forgotten but for its trace")
    sealer = keys.town(municipality)
    old = unpacked(municipality, id, sealer.open(row.sealed, seal_of(id)))
    new = addressed(old)
    again = {"state": WAITING, "due": now, "ended": None, "tries": 0, "last_error": ""}
    if new != old:
        again["sealed"] = sealer.seal(new.packed(), new.seal)
    db.execute(update(_envelopes).where(mine, _e.state == row.state).values(again))


def forget(db: Connection, municipality: str, before: datetime, most: int) -> int:
    """Empty up to `most` boxes of envelopes that were delivered before a moment; their traces stay. How many it was.

    What is open or set aside is never touched.
    """
    old = select(_e.id).where(_e.municipality == municipality, _e.ended < before, text(KEPT)).limit(most)
    mine = (_e.municipality == municipality, _e.id.in_(old), _e.state == DELIVERED)
    return db.execute(update(_envelopes).where(*mine).values(sealed=b"")).rowcount
