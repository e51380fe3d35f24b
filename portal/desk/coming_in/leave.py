"""Going out: the session ends at once."""

from __future__ import annotations

from portal.accounts.staff import session as sessions
from portal.desk.cookie import forget
from portal.desk.page import ANYBODY, Page
from portal.desk.visit import DeskVisit
from portal.journey.counter import sitting as sittings
from portal.web.house import Answer


def show(visit: DeskVisit) -> Answer:
    """Whoever comes here by address is asked with the button of the page."""
    return visit.go("home") if visit.somebody else visit.page("desk/left.html")


def take(visit: DeskVisit) -> Answer:
    """End it."""
    if visit.session:
        visit.tell("left")
        sessions.keep(visit.db, visit.house.keys, visit.session, None)
        sessions.end(visit.db, visit.session, visit.now)
        sittings.end_all(visit.db, visit.session)
        visit.leave_counter()
    forget(visit)
    return visit.go("leave")


PAGE = Page(name="leave", needs=ANYBODY, show=show, take=take)
