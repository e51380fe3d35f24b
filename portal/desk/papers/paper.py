"""A case on paper: the document the office gets by mail, made when a clerk wants it."""

from __future__ import annotations

import logging

from portal.accounts.staff.role import READER
from portal.cases.letters import paper
from portal.cases.talk.waiting import known
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import found
from portal.typesetting.pdf import Unset, pdf
from portal.web.house import Answer

log = logging.getLogger(__name__)


def show(visit: DeskVisit) -> Answer:
    """The file; that it was made is in the trail before anybody waits for it."""
    case = found(visit)
    if case is None:
        return visit.refuse(404)
    visit.looked(case)
    sheet = paper.of(case, visit.town, known(visit.db, visit.house.keys, case))
    try:
        content = pdf(sheet.template, sheet.data)
    except Unset:  # why not may hold words of the case
        log.error("case %s cannot be set as PDF", case.id)
        return visit.refuse(500)
    headers = {"Content-Disposition": f'inline; filename="{sheet.name}"'}
    return Answer(content, media_type="application/pdf", headers=headers)


PAGE = Page(name="paper", needs=READER, show=show, slow=True)
