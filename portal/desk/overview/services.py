"""The services whose numbers somebody may see: those of the departments whose applications they read.

Who only looks after the staff, or watches over it, sees none: the numbers tell of applications, and a clever question
to many tables may tell of one. Who reads the applications learns nothing new from them.
"""

from __future__ import annotations

from portal.accounts.staff.role import READER
from portal.catalogue.version import Version
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import reach
from portal.language.marks import plain
from portal.web.house import Answer


def show(visit: DeskVisit) -> Answer:
    """A list of them."""
    found = [
        (title(visit, version), visit.url("figures", service=version.service))
        for id in visit.town.services
        if (version := mine(visit, id))
    ]
    return visit.page("desk/services.html", services=found)


def mine(visit: DeskVisit, service: str) -> Version | None:
    """The version of a service as it is today, if it is of a department whose applications this person reads."""
    version = visit.house.catalogue.version_on(visit.town.code, service, visit.today)
    return version if version and version.source.department in reach(visit).departments else None


def title(visit: DeskVisit, version: Version) -> str:
    """What the service is called."""
    return plain(version.told(visit.language).service.title)


PAGE = Page(name="services", needs=READER, show=show)
