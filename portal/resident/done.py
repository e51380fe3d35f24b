"""The receipt: the number, the mark, what happens next."""

from __future__ import annotations

from portal.language.dates import shown
from portal.resident import way
from portal.web.house import Answer
from portal.web.visit import JAPAN, Visit


def show(visit: Visit) -> Answer:
    """The receipt of what this phone has sent."""
    case = way.sent(visit)
    if case is None:
        draft = way.find(visit)
        return way.on(visit, draft) if draft else way.without_draft(visit)
    catalogue = visit.house.catalogue
    version = catalogue.by_hash(visit.town.code, case.version) or way.version(visit)
    told = version.told(visit.language).service
    return visit.page(
        "resident/done.html",
        service={"id": version.service, "title": told.title},
        number=case.number,
        name=case.applicant,
        date_text=shown(case.received.astimezone(JAPAN).date(), visit.words),
        next=told.next,
        action=visit.here,
    )


def leave(visit: Visit) -> Answer:
    """Forget the receipt on this phone, for phones that several people use."""
    visit.cookie(way.cookie(visit), "", 0)
    return visit.go("home")
