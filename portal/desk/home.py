"""The first page of the desk: who is in, for which departments, and where to go from here."""

from __future__ import annotations

from portal.accounts.staff.role import READER
from portal.desk.page import ANY_STAFF, Page
from portal.desk.staff.roles import held
from portal.desk.visit import DeskVisit
from portal.desk.work.inbox import ways
from portal.web.house import Answer


def show(visit: DeskVisit) -> Answer:
    """What this person is here for."""
    todo = ways(visit) if visit.person.reach(READER) else []
    return visit.page("desk/home.html", name=visit.person.name, roles=held(visit, visit.person), ways=todo)


PAGE = Page(name="home", needs=ANY_STAFF, show=show)
