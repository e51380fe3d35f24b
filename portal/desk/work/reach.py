"""Reach: the cases somebody sees, or acts on, by the roles they hold; every page of this room asks here."""

from __future__ import annotations

from sqlalchemy import Connection

from portal.accounts.staff.role import CLERK, READER
from portal.cases import inbox
from portal.cases.case import Case
from portal.cases.inbox import Wanted
from portal.cases.letters.resident import Writing
from portal.cases.work.hold import Act
from portal.catalogue.published import recalled
from portal.desk.visit import DeskVisit

A_PAGE = 25
"""Cases of one page: read in one go on a telephone."""


def reach(visit: DeskVisit, role: str = READER) -> Wanted:
    """The departments where somebody has a role."""
    return Wanted(municipality=visit.town.code, departments=visit.departments(role), limit=A_PAGE)


def found(visit: DeskVisit) -> Case | None:
    """The case of this page's address, if it may be seen."""
    return inbox.one(visit.db, visit.house.keys, reach(visit), visit.parts["case"])


def may(visit: DeskVisit, case: Case, role: str = CLERK) -> bool:
    """Whether somebody has a role with a case."""
    return case.department in reach(visit, role).departments


def act(visit: DeskVisit, case: str, revision: int) -> Act:
    """What is wanted of a case by a button, by the role that button takes."""
    return Act(reach(visit, visit.role), case, revision, visit.person.id, visit.now)


def writing(visit: DeskVisit, case: Case, db: Connection | None = None) -> Writing:
    """What a letter about a case needs; read in the visit's transaction, or in another."""
    town = visit.town
    version = visit.house.catalogue.by_hash(town.code, case.version) or recalled(
        db or visit.db, town.code, case.version
    )
    return Writing(case, town, version, visit.origin)
