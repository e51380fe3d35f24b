"""The tables of a service as one file for a spreadsheet, with the same numbers hidden."""

from __future__ import annotations

from urllib.parse import quote

from portal.accounts.staff.role import READER
from portal.cases.exports.sheet import Sheet
from portal.desk.overview import services
from portal.desk.overview.figures import read, sections
from portal.desk.overview.period import chosen
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.language.words import say
from portal.web.house import Answer

HEADS = (say("表"), say("何の数か"), say("件数"))
FEW = say("数が少ないので、出しません。")


def show(visit: DeskVisit) -> Answer:
    """The file: a row for each number."""
    version = services.mine(visit, visit.parts["service"])
    if version is None:
        return visit.refuse(404)
    days = chosen(visit.request.query_params, visit.today)
    sheet = Sheet([visit.say(head) for head in HEADS])
    rows = list[tuple[str, str, str]]()
    for one in sections(visit, version, days, read(visit, version, days)):
        rows += [(one.heading, row.label, row.number) for row in one.rows]
        rows += [(one.heading, "", visit.say(FEW))] * one.few
    name = f"{version.service}-{days.first.isoformat()}-{days.last.isoformat()}.csv"
    named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Answer(sheet.file(rows), media_type="text/csv; charset=utf-8", headers=named)


PAGE = Page(name="sheet", needs=READER, show=show)
