"""Entry: somebody was recognised; a session begins, and what was being typed when the last one ended is there again."""

from __future__ import annotations

from portal.accounts.staff import session as sessions
from portal.accounts.staff import trail
from portal.accounts.staff.person import Person
from portal.accounts.staff.trail import Entry
from portal.desk.addresses import own
from portal.desk.cookie import held, hold
from portal.desk.visit import DeskVisit
from portal.journey.counter import sitting as sittings
from portal.web.house import Answer

CAME, JOINED = "came", "joined"
"""Kinds of entries in the trail."""


def enter(visit: DeskVisit, person: Person, kind: str = CAME) -> Answer:
    """Let somebody in, to where this person wanted to go."""
    keys, town = visit.house.keys, visit.town.code
    before = sessions.shown(visit.db, keys, town, held(visit))
    token = sessions.begin(visit.db, keys, person, visit.browser, visit.now)
    session = sessions.shown(visit.db, keys, town, token)
    assert session is not None
    if before and before.staff == person.id:
        sittings.go_on(visit.db, before, session)
        if words := sessions.kept(keys, before):
            sessions.keep(visit.db, keys, session, words)
    if before:
        sessions.keep(visit.db, keys, before, None)
        sessions.end(visit.db, before, visit.now)
    trail.add(visit.db, keys, town, Entry(visit.now, kind, person.id, page=visit.name))
    hold(visit, token)
    return Answer(status=303, to=wanted(visit))


def wanted(visit: DeskVisit) -> str:
    """The address somebody wanted to go to before coming in."""
    return own(visit.town.slug, visit.form.typed.get("to", "") or visit.request.query_params.get("to", ""))
