"""A clerk's seat at a counter: the resident's pages are the desk's there, keep it open, and say before it closes.

What is sent from a page over which the desk has closed is kept and not shown: the clerk comes in anew first.
"""

from __future__ import annotations

from contextlib import nullcontext, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from portal.accounts.staff import session as sessions
from portal.accounts.staff.session import CLOSES, Session
from portal.journey.counter import sitting as sittings
from portal.journey.counter.sitting import CLOSED, OPEN, Sitting
from portal.storage.database import Unavailable
from portal.web.addresses import rest_of_desk
from portal.web.house import Answer

if TYPE_CHECKING:
    from portal.web.visit import Visit


def sitting(visit: Visit) -> Sitting | None:
    """The sitting this browser is at, while the draft may be opened by it here; a closed one only for an answer."""
    held = visit.request.cookies.get(sittings.cookie(visit.town.slug))
    at = sittings.shown(visit.db, visit.house.keys, visit.town.code, held, visit.now) if held else None
    answers = visit.writes and "step" in visit.parts
    return None if at and at.stage == CLOSED and not answers else at


def answered(visit: Visit, answer: Answer) -> Answer:
    """What may be seen of an answer: where the desk has closed, only the way to come in."""
    if visit.at_counter and visit.counter and visit.counter.stage == CLOSED:
        return Answer(status=303, to=visit.clerks_page)
    return answer


def told(visit: Visit) -> dict[str, Any]:
    """What a page is told of the counter; to be shown one while a clerk writes is to use the desk."""
    at = visit.counter
    who = {"sitting": at, "pressed_here": at is not None and visit.case is not None, "clerks_page": visit.clerks_page}
    if at is None or at.stage != OPEN:
        return who
    session = sessions.by_id(visit.db, at.municipality, at.session)
    closing = awake(visit, session).left(visit.now) if session else None
    return who | {"closing": closing, "closes": CLOSES, "rest": rest_of_desk(visit.town.slug)}


def awake(visit: Visit, session: Session) -> Session:
    """A session that has just been used, as it stands then; a busy database keeps nobody out."""
    if sessions.stale(session, visit.now):
        database = visit.house.database
        with suppress(Unavailable), nullcontext(visit.db) if visit.writes else database.writing(patient=False) as db:
            sessions.touch(db, session, visit.now)
            return replace(session, seen=visit.now)
    return session
