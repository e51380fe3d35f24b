"""The act: what the person agrees to, the answers above it, one mark to press."""

from __future__ import annotations

from portal.journey.asking import applicant_name
from portal.journey.path import next_stop, path
from portal.journey.submit import Sending, submit
from portal.resident import way
from portal.resident.review import groups
from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """The page of the act."""
    draft = way.find(visit)
    if draft is None:
        return way.without_draft(visit)
    stops = path(draft)
    if next_stop(draft, stops):
        return way.on(visit, draft)
    told = draft.version.told(visit.language).service
    return visit.page(
        "resident/consent.html",
        service={"id": draft.version.service, "title": told.title},
        act=told.consent.act,
        statements=[(statement.text, statement.meaning) for statement in told.consent.statements],
        applicant=applicant_name(draft),
        rows=[row[:2] for _, rows in groups(visit, draft, stops) for row in rows],
        back=visit.url("review"),
        action=visit.here,
    )


def press(visit: Visit) -> Answer:
    """The act itself; pressed twice it is still one case."""
    draft = way.find(visit)
    if draft is None:
        return way.without_draft(visit)
    if visit.form.do != "press":
        return visit.go("consent")
    if next_stop(draft, path(draft)):
        return way.on(visit, draft)
    means = "button"
    sending = Sending(visit.house.keys, visit.town, visit.language, means, visit.preferences.text, visit.now)
    submit(visit.db, draft, sending)
    visit.cookie(way.cookie(visit), draft.token, int(way.RECEIPT.total_seconds()))
    return visit.go("done")
