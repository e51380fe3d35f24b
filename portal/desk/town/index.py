"""The town's first page: what can be changed here, and who changed what last."""

from __future__ import annotations

from portal.accounts.staff.role import ADMINISTRATOR
from portal.catalogue import overrides
from portal.desk.page import Page
from portal.desk.town import parts
from portal.desk.town.editing.edit import standing
from portal.desk.visit import DeskVisit
from portal.municipalities.own import changes
from portal.municipalities.own.overlay import fitting
from portal.web.house import Answer
from portal.web.towns.renewal import SECONDS


def show(visit: DeskVisit) -> Answer:
    """The list."""
    now = standing(visit)
    file, made = visit.house.files[now.slug], changes.parts(visit.db, now.code)
    _, unfit = fitting(file, made.values())
    strange = overrides.unfit(visit.house.catalogue, now)
    mine = [*parts.mine(visit)]
    return visit.page(
        "desk/town.html",
        parts=[(visit.say(part.title), to, visit.say(part.lead)) for part, to in mine],
        unfit=[visit.say(part.title) for part, _ in mine if part.id in unfit or part.id in strange],
        changed=visit.request.query_params.get("changed", "").isdecimal(),
        seconds=int(SECONDS),
    )


PAGE = Page(name="town", needs=ADMINISTRATOR, show=show)
