"""A file that came with a case, or with what the resident answered, as it was sent."""

from __future__ import annotations

from urllib.parse import quote

from portal.accounts.staff.role import READER
from portal.desk.page import Page
from portal.desk.papers.attached import attached
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import found
from portal.storage import files
from portal.web.house import Answer

SHOWN = frozenset({"image/jpeg", "image/png", "application/pdf"})
"""What a browser shows by itself, and nothing in it runs."""


def show(visit: DeskVisit) -> Answer:
    """The file; the look at it is kept like every other."""
    case, id = found(visit), visit.parts["file"]
    if case is None or id not in attached(visit, case):
        return visit.refuse(404)
    file = files.read(visit.db, visit.house.keys.town(case.municipality), case.municipality, id)
    if file is None:
        return visit.refuse(404)
    visit.looked(case)
    how = "inline" if file.media_type in SHOWN else "attachment"
    kind = file.media_type if file.media_type in SHOWN else "application/octet-stream"
    named = {"Content-Disposition": f"{how}; filename*=UTF-8''{quote(file.name, safe='')}"}
    return Answer(file.content, media_type=kind, headers=named)


PAGE = Page(name="file", needs=READER, show=show, writes=True)
