"""People, not forms: who has waited longest for the office, who is stuck on which answer, who went silent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from portal.cases.case import Case
from portal.cases.letters.wording import flagged
from portal.cases.queue.listing import OLDEST, Queue, page
from portal.cases.turn import ASKED, FLAGGED, SOMEBODY_WAITS
from portal.security.keys import Keys

MOST = 5
"""People of each kind: as many as one can keep in mind."""
SILENCE = timedelta(days=14)
"""After so long without an answer somebody has not understood the question, or has not seen it: better to call."""
BEFORE_IT_IS_DECIDED = ("received", "checking")


@dataclass(frozen=True)
class Waiting:
    """Somebody's case, since when they have waited (or been waited for), and what is asked of them, in a few words."""

    case: Case
    since: datetime
    about: tuple[str, ...] = ()


def longest(db: Connection, keys: Keys, queue: Queue) -> list[Waiting]:
    """Who has waited longest: since they sent it; where the office had asked, since they wrote or wanted to be called.

    `queue` says of which town and departments, here and below.
    """
    found: dict[str, Waiting] = {}
    for turn in SOMEBODY_WAITS:
        found |= {one.case.id: one for one in _since_turned(db, keys, replace(_plain(queue), turn=turn))}
    for status in BEFORE_IT_IS_DECIDED:
        oldest = replace(_plain(queue), status=status, order=OLDEST)
        found |= {case.id: Waiting(case, case.received) for case in page(db, keys, oldest).cases}
    return _first(found.values())


def stuck(db: Connection, keys: Keys, queue: Queue) -> list[Waiting]:
    """Who is stuck, on which answers (what they are called): new, and the office doubts them."""
    return [
        replace(one, about=tuple(dict.fromkeys(flagged(one.case, flag) for flag in one.case.flags)))
        for one in _since_turned(db, keys, replace(_plain(queue), turn=FLAGGED))
    ]


def silent(db: Connection, keys: Keys, queue: Queue, now: datetime) -> list[Waiting]:
    """Who was asked and has not answered for SILENCE or longer."""
    return _since_turned(db, keys, replace(_plain(queue), turn=ASKED, waiting=now - SILENCE))


def _plain(queue: Queue) -> Queue:
    return Queue(municipality=queue.municipality, departments=queue.departments, limit=MOST)


def _since_turned(db: Connection, keys: Keys, queue: Queue) -> list[Waiting]:
    return [Waiting(case, case.turned or case.received) for case in page(db, keys, queue).cases]


def _first(found: Iterable[Waiting]) -> list[Waiting]:
    return sorted(found, key=lambda one: (one.since, one.case.id))[:MOST]
