"""News: whether a case has come since a list was shown. A page asks by itself, and keeps no session awake by that."""

from __future__ import annotations

from sqlalchemy import func, select

from portal.accounts.staff.role import READER
from portal.cases.case import CaseRow
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import reach
from portal.storage.database import rows
from portal.web.house import Answer

_c = rows(CaseRow).c


def newest(visit: DeskVisit) -> int:
    """The place of the newest case in the departments somebody reads; 0 where there is none."""
    mine = reach(visit)
    found = (
        visit.db.execute(
            select(func.max(_c.place)).where(_c.municipality == mine.municipality, _c.department == department)
        ).scalar()
        for department in sorted(mine.departments)
    )
    return max((place or 0 for place in found), default=0)


def show(visit: DeskVisit) -> Answer:
    """The place, as bare digits."""
    return Answer(str(newest(visit)).encode(), media_type="text/plain; charset=utf-8")


PAGE = Page(name="news", needs=READER, show=show, silent=True)
