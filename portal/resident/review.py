"""The review: every answer on the way with its own way to change it; then the act of consent over them."""

from __future__ import annotations

from portal.journey.asking import applicant_name, asking, person_name
from portal.journey.draft import Draft
from portal.journey.path import Stop, next_stop, path
from portal.journey.submit import Sending, submit
from portal.language.words import say
from portal.resident import way
from portal.web.house import Answer
from portal.web.visit import Visit

Row = tuple[str, tuple[str, ...], str, str]
"""Short label, lines of the answer, address and label of the change link."""
Groups = list[tuple[str, list[Row]]]
"""Rows under the name of the person they are about; nothing stands above the applicant's own."""
EMPTY = say("（書いていません）")


def show(visit: Visit) -> Answer:
    """Everything that will be sent."""
    draft = way.find(visit)
    if draft is None:
        return way.without_draft(visit)
    stops = path(draft)
    if next_stop(draft, stops):
        return way.on(visit, draft)
    return visit.page(
        "resident/review.html",
        service={"id": draft.version.service, "title": draft.version.told(visit.language).service.title},
        groups=groups(visit, draft, stops),
        back=visit.url("step", step=stops[-1].key),
        action=visit.url("consent"),
    )


def show_consent(visit: Visit) -> Answer:
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
    sending = Sending(visit.house.keys, visit.town, visit.language, "button", visit.preferences.text, visit.now)
    submit(visit.db, draft, sending)
    visit.draft = None
    visit.cookie(way.cookie(visit), draft.token, int(way.RECEIPT.total_seconds()))
    return visit.go("done")


def groups(visit: Visit, draft: Draft, stops: list[Stop]) -> Groups:
    """The rows of the review, person by person."""
    found: Groups = []
    for stop in stops:
        heading = person_name(draft, stop)
        if not found or found[-1][0] != heading:
            found.append((heading, []))
        found[-1][1].append(_row(visit, draft, stop))
    return found


def _row(visit: Visit, draft: Draft, stop: Stop) -> Row:
    at = asking(draft, stop, visit.language)
    lines = at.shown(draft, visit.today) or (visit.say(EMPTY),)
    label = visit.say("{what}を直す", what=at.question.short)
    return at.question.short, lines, visit.url("step", step=stop.key), label
