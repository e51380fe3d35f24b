"""A service's own page: who may apply, what to have ready, and the way in; or what to bring where there is none."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.journey import draft as drafts
from portal.language.dates import shown
from portal.resident import way
from portal.resident.aloud import notice
from portal.resident.rush import turn
from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """What the service is; a draft on this phone can be gone on with."""
    version = way.version(visit)
    told = version.told(visit.reads).service
    open_draft = way.find(visit) is not None
    listening = notice.listening(visit)
    closed = told.deadline is not None and visit.today > told.deadline

    def context() -> dict[str, Any]:
        facts = {name: getattr(told, name) for name in ("title", "summary", "minutes", "who", "ready", "contact")}
        facts |= {"id": version.service, "version": version.hash[:8], "deadline": _deadline(visit, told.deadline)}
        counter = told.consent if told.consent.at_the_counter else None
        seen = {"open_draft": open_draft, "closed": closed, "listening": listening}
        return {"service": facts, "counter": counter, **seen}

    return visit.kept_page("resident/start.html", (version.hash, open_draft, closed, listening), context)


def take(visit: Visit) -> Answer:
    """Begin, or go on with the draft of this phone."""
    draft = way.find(visit)
    if visit.form.do != "begin" and draft:
        return way.on(visit, draft)
    if visit.at_counter:
        return way.to_desk(visit)
    version = way.version(visit)
    deadline = version.source.deadline
    if version.source.consent.at_the_counter or (deadline is not None and visit.today > deadline):
        return visit.go("start")
    if not draft and not turn.may_begin(visit):
        return visit.go("turn")
    if draft:
        drafts.drop(visit.db, draft)
    draft = drafts.begin(visit.db, version, visit.now)
    way.give_key(visit, draft)
    return way.on(visit, draft)


def _deadline(visit: Visit, day: date | None) -> str:
    return "" if day is None else shown(day, visit.words)
