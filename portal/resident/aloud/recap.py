"""The recap: an answer just given, read back to the person it came from, before going on.

It is made from the answer as it is kept, so there is nothing here that could grow old: opened again it tells what
is kept now, and without an answer it leads to the question.
"""

from __future__ import annotations

from portal.journey.path import expected, position
from portal.resident import step, way
from portal.resident.aloud import together
from portal.resident.review import short
from portal.web.house import Answer
from portal.web.visit import Visit

MEND = {"mend", "back"}
"""Buttons that lead back to the question; the others lead on."""


def show(visit: Visit) -> Answer:
    """The answer in the person's own words, to be confirmed or mended."""
    at = step.here(visit)
    if isinstance(at, Answer):
        return at
    if not together.confirmed(visit, at.draft, at.asking):
        return visit.go("step", step=at.stop.key)
    kept = at.draft.answers[at.stop.key]
    shown = way.seen(visit, at.draft, at.asking)
    return visit.page(
        "resident/recap.html",
        service=way.context_of(at.draft.version, visit.reads),
        to=together.to_confirm(visit, at.draft),
        what=short(visit, at.draft, shown),
        asked=shown.question.ask,
        lines=shown.shown(at.draft, visit.today),
        pages=step.pages(visit, at, kept.typed),
        place=(position(at.stops, at.stop) + 1, expected(at.draft)),
        back=visit.url("step", step=at.stop.key),
        action=visit.here,
    )


def take(visit: Visit) -> Answer:
    """On to the next question, or back to this one."""
    at = step.here(visit)
    if isinstance(at, Answer):
        return at
    return visit.go("step", step=at.stop.key) if visit.form.do in MEND else way.on(visit, at.draft)
