"""Who of the town's staff has looked at an application: by department and day; by name only where the town wants it."""

from __future__ import annotations

from portal.accounts.staff import person as people
from portal.accounts.staff import trail
from portal.accounts.staff.trail import Placed
from portal.cases.case import Case
from portal.language.dates import JAPAN, shown
from portal.language.words import say
from portal.web.visit import Visit

BY_DEPARTMENT = say("{date}に、{department}の人が見ました。")
BY_NAME = say("{date}に、{department}の{name}さんが見ました。")


def looked(visit: Visit, case: Case) -> tuple[str, ...]:
    """A sentence for each department and day, the first one first; none while nobody has."""
    found = trail.of_case(visit.db, visit.town.code, case.id)
    return tuple(dict.fromkeys(_told(visit, one) for one in found))


def _told(visit: Visit, one: Placed) -> str:
    known = visit.town.departments.get(one.department)
    date = shown(one.at.astimezone(JAPAN).date(), visit.words)
    told = {"date": date, "department": visit.say(known.name) if known else one.department}
    somebody = people.by_id(visit.db, visit.house.keys, visit.town.code, one.staff) if visit.town.names_staff else None
    return visit.say(BY_NAME, name=somebody.name, **told) if somebody else visit.say(BY_DEPARTMENT, **told)
