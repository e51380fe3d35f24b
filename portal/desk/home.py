"""The first page of the desk: who is in, what there is to do, which people wait, and where to go from here."""

from __future__ import annotations

from portal.accounts.staff.role import READER
from portal.desk.overview.waiting import groups
from portal.desk.page import ANY_STAFF, Page
from portal.desk.staff.roles import held
from portal.desk.visit import DeskVisit
from portal.desk.work.inbox import ways
from portal.web.house import Answer


def show(visit: DeskVisit) -> Answer:
    """What this person is here for."""
    reads = bool(visit.person.reach(READER))
    return visit.page(
        "desk/home.html",
        name=visit.person.name,
        roles=held(visit, visit.person),
        ways=ways(visit) if reads else [],
        people=groups(visit) if reads else [],
    )


PAGE = Page(name="home", needs=ANY_STAFF, show=show)
