"""How the outbox stands: figures for the operator's metrics, and the trace of the letters about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, literal, select

from portal.delivery.outbox import SET_ASIDE, EnvelopeRow
from portal.storage.database import rows

_envelopes = rows(EnvelopeRow)
_e = _envelopes.c


@dataclass(frozen=True)
class Standing:
    """How the outbox stands over all towns: open envelopes, the age of the oldest, those set aside."""

    waiting: int
    oldest: timedelta
    set_aside: int


def standing(db: Connection, now: datetime) -> Standing:
    """Figures for the operator's metrics; both counts read only the open and the set aside rows."""
    waiting, oldest = db.execute(select(func.count(), func.min(_e.posted)).where(_e.due.is_not(None))).one()
    # A bound value would hide from SQLite that the small index of the set aside fits.
    aside = select(func.count()).where(_e.state == literal(SET_ASIDE, literal_execute=True))
    return Standing(waiting, now - oldest if oldest else timedelta(0), db.execute(aside).scalar_one())


@dataclass(frozen=True)
class Trace:
    """Where one envelope stands: for the people who ask whether a letter went out."""

    id: str
    state: str
    posted: datetime
    ended: datetime | None
    tries: int
    last_error: str


def traces(db: Connection, municipality: str, about: str) -> list[Trace]:
    """The envelopes about one thing, oldest first."""
    wanted = select(_e.id, _e.state, _e.posted, _e.ended, _e.tries, _e.last_error)
    mine = wanted.where(_e.municipality == municipality, _e.about == about).order_by(_e.id)
    return [Trace(*row) for row in db.execute(mine)]
