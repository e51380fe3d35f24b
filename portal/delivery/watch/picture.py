"""The picture of the outbox for an operator: how it stands at each department, and what does not leave."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, literal, select

from portal.delivery.outbox import DISCARDED, SET_ASIDE, EnvelopeRow
from portal.storage.database import rows

_e = rows(EnvelopeRow).c
ASIDE = _e.state == literal(SET_ASIDE, literal_execute=True)
"""Written out: a bound value would hide from SQLite that the small index of the set aside fits."""
_DISCARDED = _e.state == literal(DISCARDED, literal_execute=True)


class Place(NamedTuple):
    """A channel to one department (or "" for letters to others) of a town: envelopes that wait, those of them tried in
    vain, since when the oldest waits, and envelopes set aside.
    """

    municipality: str
    department: str
    channel: str
    waiting: int
    retrying: int
    oldest: datetime | None
    set_aside: int


class Stuck(NamedTuple):
    """An envelope that did not leave: set aside, or tried in vain and tried again."""

    municipality: str
    department: str
    channel: str
    id: str
    about: str
    state: str
    posted: datetime
    due: datetime | None
    tries: int
    last_error: str


class Discarded(NamedTuple):
    """An envelope that an operator decided need not go; when, and `last_error` says why."""

    municipality: str
    department: str
    channel: str
    id: str
    ended: datetime
    last_error: str


def places(db: Connection) -> list[Place]:
    """Where something waits or is set aside, over all towns."""
    where = (_e.municipality, _e.department, _e.channel)
    vain = func.count().filter(_e.last_error != "")
    open_ones = select(*where, func.count(), vain, func.min(_e.posted)).where(_e.due.is_not(None))
    found = {}
    for town, department, channel, waiting, retrying, oldest in db.execute(open_ones.group_by(*where)):
        found[town, department, channel] = Place(town, department, channel, waiting, retrying, oldest, 0)
    for *place, count in db.execute(select(*where, func.count()).where(ASIDE).group_by(*where)):
        town, department, channel = place
        before = found.get((town, department, channel), Place(town, department, channel, 0, 0, None, 0))
        found[town, department, channel] = before._replace(set_aside=count)
    return [found[place] for place in sorted(found)]


def stuck(db: Connection, most: int) -> list[Stuck]:
    """What does not leave, those first that need a hand, then the oldest."""
    columns = select(*(getattr(_e, name) for name in Stuck._fields)).order_by(_e.posted).limit(most)
    vain = columns.where(_e.due.is_not(None), _e.last_error != "")
    return [Stuck(*row) for query in (columns.where(ASIDE), vain) for row in db.execute(query)][:most]


def discarded(db: Connection, most: int) -> list[Discarded]:
    """What an operator decided need not go, the newest first."""
    columns = select(*(getattr(_e, name) for name in Discarded._fields)).where(_DISCARDED)
    return [Discarded(*row) for row in db.execute(columns.order_by(_e.ended.desc()).limit(most))]
