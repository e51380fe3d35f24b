"""Mending by an operator's hand: sending once more, to another address if need be; deciding that a letter need not go;
and forgetting what is settled.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, literal, select, text, update

from portal.delivery.envelope import Envelope, seal_of, unpacked
from portal.delivery.outbox import DISCARDED, KEPT, SET_ASIDE, SETTLED, WAITING, EnvelopeRow
from portal.security.keys import Keys
from portal.storage.database import rows

log = logging.getLogger(__name__)
_envelopes = rows(EnvelopeRow)
_e = _envelopes.c


class Gone(Exception):
    """There is nothing to send again, or to discard; the text says why."""


_UNKNOWN = "there is no such envelope"


def town_of(db: Connection, towns: Iterable[str], id: str) -> str:
    """Which of some towns has the envelope with this id. Raises Gone where none has."""
    for town in towns:
        if db.execute(select(_e.id).where(_e.municipality == town, _e.id == id)).first():
            return town
    raise Gone(_UNKNOWN)


def aside(db: Connection, municipality: str) -> list[str]:
    """Ids of a town's envelopes that are set aside, the oldest first."""
    set_aside = _e.state == literal(SET_ASIDE, literal_execute=True)
    return list(db.scalars(select(_e.id).where(_e.municipality == municipality, set_aside).order_by(_e.id)))


def send_again(
    db: Connection, keys: Keys, which: tuple[str, str], addressed: Callable[[Envelope], Envelope], now: datetime
) -> None:
    """Put an envelope (town, id) that does not wait any more back into the queue, `addressed` anew.

    Raises Gone, or Unreadable where the keys do not open it.
    """
    municipality, id = which
    mine, row = _row(db, which)
    if row.state not in (SET_ASIDE, *SETTLED):
        raise Gone("it is still waiting, and goes by itself")
    if not row.sealed:
        raise Gone("it was settled long ago and is forgotten but for its trace")
    sealer = keys.town(municipality)
    old = unpacked(municipality, id, sealer.open(row.sealed, seal_of(id)))
    new = addressed(old)
    again = {"state": WAITING, "due": now, "ended": None, "tries": 0, "last_error": ""}
    if new != old:
        again["sealed"] = sealer.seal(new.packed(), new.seal)
    db.execute(update(_envelopes).where(mine, _e.state == row.state).values(again))


def discard(db: Connection, which: tuple[str, str], why: str, now: datetime) -> str:
    """An operator decides that an envelope (town, id) that was set aside need not go, and says why; what it is about.

    It is noted for as long as its trace is kept. Nobody has anything because of it: a case that has not arrived stays
    open. Raises Gone.
    """
    mine, row = _row(db, which)
    if row.state != SET_ASIDE:
        raise Gone(f"it is {row.state}; only what was set aside can be discarded")
    told = f"discarded: {why} ({row.last_error})"
    db.execute(
        update(_envelopes).where(mine, _e.state == SET_ASIDE).values(state=DISCARDED, ended=now, last_error=told)
    )
    log.warning("envelope %s: %s", row.id, told)
    return str(row.about)


def forget(db: Connection, municipality: str, before: datetime, most: int) -> int:
    """Empty up to `most` boxes of envelopes that were settled before a moment; their traces stay. How many it was.

    What is open or set aside is never touched.
    """
    old = select(_e.id).where(_e.municipality == municipality, _e.ended < before, text(KEPT)).limit(most)
    mine = (_e.municipality == municipality, _e.id.in_(old), _e.state.in_(SETTLED))
    return db.execute(update(_envelopes).where(*mine).values(sealed=b"")).rowcount


def _row(db: Connection, which: tuple[str, str]) -> tuple[ColumnElement[bool], Row[Any]]:
    municipality, id = which
    mine = and_(_e.municipality == municipality, _e.id == id)
    row = db.execute(select(_envelopes).where(mine)).one_or_none()
    if row is None:
        raise Gone(_UNKNOWN)
    return mine, row
