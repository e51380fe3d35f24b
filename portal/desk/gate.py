"""The gate: who comes to a page, whether the session holds, whether the role reaches; then the page's handler.

Whoever has to come in anew loses no word: what was typed stays sealed with the session it was typed in, and is shown to
the same person in the same browser.
"""

from __future__ import annotations

from functools import partial

from portal.accounts.staff import person as people
from portal.accounts.staff import session as sessions
from portal.accounts.staff import trail
from portal.accounts.staff.session import Session, Words
from portal.accounts.staff.trail import Entry
from portal.desk.cookie import forget, held, hold
from portal.desk.page import ANY_STAFF, ANYBODY, Handler, Page
from portal.desk.visit import DeskVisit
from portal.web.counter.seat import awake
from portal.web.house import Answer, Door
from portal.web.visit import Visit

STOLEN = "stolen"
"""The kind of entry that tells that a session was shown by somebody else than its holder."""


def door(page: Page) -> Door:
    """The door of a page, with the gate before it."""
    take = partial(_entered, handler=page.take) if page.take else None
    return Door(partial(_entered, handler=page.show), take, slow=page.slow, abroad=page.abroad)


def _entered(visit: Visit, handler: Handler) -> Answer:
    assert isinstance(visit, DeskVisit)
    page = visit.desk_page
    recognise(visit)
    if page.needs != ANYBODY:
        if visit.somebody is None or visit.session is None:
            return _come_in(visit)
        if visit.session.lent and not page.lent:
            return visit.ask("again", {"to": visit.request.url.path})
        if visit.role != ANY_STAFF and not visit.reach:
            return visit.refuse(403, "role")
        if page.proven and visit.form_came and not visit.session.fresh(visit.now):
            return _show_a_key(visit, visit.session)
        if not page.silent or (visit.form_came and not visit.lent):
            _go_on(visit, visit.session)
    return handler(visit)


def recognise(visit: DeskVisit) -> None:
    """Find out who it is; nobody where the session is over, was taken, or its person revoked."""
    keys = visit.house.keys
    session = sessions.shown(visit.db, keys, visit.town.code, held(visit))
    if session is None or not session.holds(visit.now):
        visit.over = session
        return
    if session.stolen(visit.browser, visit.now):
        _end(visit, session)
        return
    somebody = people.by_id(visit.db, keys, visit.town.code, session.staff)
    if somebody is None or somebody.revoked:
        return
    visit.session, visit.somebody = session, somebody
    words = sessions.kept(keys, session)
    if words and words.address == visit.request.url.path:
        visit.kept_words = words.typed


def _end(visit: DeskVisit, session: Session) -> None:
    with visit.aside() as db:
        sessions.end(db, session, visit.now)
        entry = Entry(visit.now, STOLEN, session.staff, page=visit.name)
        trail.add(db, visit.house.keys, visit.town.code, entry)
    visit.taken_away = True


def _come_in(visit: DeskVisit) -> Answer:
    """To the page to come in by; what was typed waits there."""
    typed = visit.form_came and not visit.desk_page.silent  # what a script sends leaves what a person typed
    if typed and visit.over and not visit.over.stolen(visit.browser, visit.now):
        _keep(visit, visit.over, _words(visit))
    if visit.taken_away:
        forget(visit)
    return visit.ask("sign_in", _back(visit))


def _show_a_key(visit: DeskVisit, session: Session) -> Answer:
    """To the page where a key is shown once more; what was typed waits there."""
    _keep(visit, session, _words(visit))
    return visit.ask("again", {"to": visit.request.url.path})


def _back(visit: DeskVisit) -> dict[str, str]:
    told = {} if visit.request.url.path == visit.url("home") else {"to": visit.request.url.path}
    return told | ({"why": "over"} if visit.over or visit.taken_away else {})


def _words(visit: DeskVisit) -> Words:
    return Words(visit.request.url.path, dict(visit.form.typed))


def _go_on(visit: DeskVisit, session: Session) -> None:
    if token := sessions.due(visit.house.keys, session, visit.now):
        hold(visit, token)
    visit.session = awake(visit, session)
    if visit.form_came and visit.kept_words:
        _keep(visit, session, None)


def _keep(visit: DeskVisit, session: Session, words: Words | None) -> None:
    with visit.aside() as db:
        sessions.keep(db, visit.house.keys, session, words)
