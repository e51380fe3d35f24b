"""One's turn to begin: a place that a phone keeps, a page that tells it, and no limit of time.

Only who begins is held up, never who is in the middle of something; nothing is asked where a town sets no limit.
The page never loads itself anew, which would take whoever listens to it back to its beginning: our script says when the
turn has come, and a button looks.
"""

from __future__ import annotations

from portal.journey.rush import turn
from portal.journey.rush.turn import Turn
from portal.resident import way
from portal.resident.device.late import HEADER
from portal.resident.way import context_of
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit


def may_begin(visit: Visit) -> bool:
    """Whether it is this phone's turn; else it is given one, once. A turn is used by beginning.

    Raises Refused where one address has taken its share of the places: what our script then writes waits, and is sent
    when there is one again.
    """
    each_minute = visit.town.begin_each_minute
    if each_minute is None:
        return True
    mine = _held(visit, each_minute)
    if mine is None and not visit.may_try(f"begin:{visit.client}", turn.share(each_minute)):
        raise Refused(429)
    if HEADER in visit.request.headers:  # what was written without a network has begun long ago
        return True
    if mine is None:
        mine = turn.given(visit.db, visit.town.code, each_minute, visit.now)
    if mine.come(visit.now):
        visit.cookie(_cookie(visit), "", 0)
        return True
    ticket = mine.ticket(visit.house.keys.pepper, visit.town.code)
    visit.cookie(_cookie(visit), ticket, int((mine.at + turn.GOOD - visit.now).total_seconds()))
    return False


def show(visit: Visit) -> Answer:
    """One's place; or that the turn has come, with the button to begin. It has a script of its own: it comes whole."""
    if visit.swap:
        return Answer()
    version, each_minute = way.version(visit), visit.town.begin_each_minute
    mine = _held(visit, each_minute) if each_minute else None
    waits = mine is not None and not mine.come(visit.now)
    return visit.page(
        "resident/turn.html",
        service=context_of(version, visit.reads),
        place=mine.place(visit.now) if mine else 0,
        minutes=mine.minutes(visit.now) if mine else 0,
        left=int((mine.at - visit.now).total_seconds()) + 1 if mine and waits else 0,
        action=visit.url("start"),
    )


def _held(visit: Visit, each_minute: int) -> Turn | None:
    ticket = visit.held(_cookie(visit)) or ""
    return turn.held(ticket, visit.house.keys.pepper, visit.town.code, each_minute, visit.now)


def _cookie(visit: Visit) -> str:
    return f"yorisoi_{visit.town.slug}_turn"
