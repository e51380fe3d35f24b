"""Every part of the town that this person may change, and the part a change was of."""

from __future__ import annotations

from collections.abc import Iterator

from portal.desk.town import contacts, days, delivery, department, texts
from portal.desk.town.editing.edit import may
from portal.desk.town.editing.part import Part
from portal.desk.visit import DeskVisit


def mine(visit: DeskVisit) -> Iterator[tuple[Part, str]]:
    """Parts with the addresses of their pages, the town's first."""
    for part in (contacts.PART, days.PART):
        if may(visit, part.department):
            yield part, visit.url(part.page)
    for id in visit.town.departments:
        if may(visit, id):
            yield department.part(visit, id), visit.url("department", department=id)
            yield delivery.part(visit, id), visit.url("delivery", department=id)
    for version in texts.changeable(visit):
        part = texts.part(visit, version)
        if may(visit, part.department):
            yield part, visit.url("texts", service=version.service, day=f"{version.effective}")


def named(visit: DeskVisit, id: str) -> Part | None:
    """The part of that id as far as it is this person's to change; None for one that the file has no more."""
    return next((part for part, _ in mine(visit) if part.id == id), None)
