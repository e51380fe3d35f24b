"""How the outbox stands: figures for the operator's metrics, and the trace of the letters about one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, literal, select

from portal.delivery.envelope import EMAIL, PUSH, WEBHOOK, Envelope, seal_of, unpacked
from portal.delivery.outbox import SET_ASIDE, SETTLED, EnvelopeRow
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.database import rows

_envelopes = rows(EnvelopeRow)
_e = _envelopes.c


@dataclass(frozen=True)
class Standing:
    """How a channel stands over all towns: open envelopes, how many of them were tried in vain, the age of the oldest,
    and those set aside.
    """

    waiting: int = 0
    retrying: int = 0
    oldest: timedelta = timedelta(0)
    set_aside: int = 0


def standing(db: Connection, now: datetime) -> Mapping[str, Standing]:
    """Figures for the operator's metrics, by channel; both counts read only the open and the set aside rows."""
    found = dict.fromkeys((EMAIL, WEBHOOK, PUSH), Standing())
    vain = func.count().filter(_e.last_error != "")
    open_ones = select(_e.channel, func.count(), vain, func.min(_e.posted)).where(_e.due.is_not(None))
    for channel, waiting, retrying, oldest in db.execute(open_ones.group_by(_e.channel)):
        found[channel] = Standing(waiting, retrying, now - oldest)
    # A bound value would hide from SQLite that the small index of the set aside fits.
    aside = select(_e.channel, func.count()).where(_e.state == literal(SET_ASIDE, literal_execute=True))
    for channel, count in db.execute(aside.group_by(_e.channel)):
        found[channel] = replace(found.get(channel, Standing()), set_aside=count)
    return found


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


def staying(db: Connection, keys: Keys, municipality: str, about: str) -> Iterator[Envelope]:
    """The letters about one thing that are to leave, oldest first; one that nobody can open any more is left out."""
    mine = (_e.municipality == municipality, _e.about == about, _e.state.not_in(SETTLED))
    sealer = keys.town(municipality)
    for row in db.execute(select(_e.id, _e.sealed).where(*mine).order_by(_e.id)):
        with suppress(Unreadable, ValueError, KeyError, TypeError):
            yield unpacked(municipality, row.id, sealer.open(row.sealed, seal_of(row.id)))
