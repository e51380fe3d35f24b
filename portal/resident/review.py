"""The review: every answer on the way with its own way to change it."""

from __future__ import annotations

from itertools import groupby

from portal.journey import doubts
from portal.journey.asking import Asking, asking, person_name
from portal.journey.draft import Draft
from portal.journey.path import Stop, path
from portal.language.words import say
from portal.resident import way
from portal.resident.aloud import together
from portal.web.house import Answer
from portal.web.visit import Visit

Row = tuple[str, tuple[str, ...], str, str]
"""Short label, lines of the answer, address and label of the change link."""
EMPTY = say("（答えていません）")


def show(visit: Visit) -> Answer:
    """Everything that will be sent."""
    draft = way.finished(visit)
    if isinstance(draft, Answer):
        return draft
    stops = path(draft)
    return visit.page(
        "resident/review.html",
        service=way.context_of(draft.version, visit.reads),
        to=together.to_read(visit, draft),
        rows=rows(visit, draft, stops),
        doubted=[
            _row(visit, draft, stop, tuple(visit.say(one.doubt.message) for one in found))
            for stop, found in groupby(doubts.all_of(draft, stops, visit.reads, visit.today), key=lambda one: one.stop)
        ],
        back=visit.url("step", step=stops[-1].key),
        handing=visit.clerk_writes,
        action=visit.clerks_page if visit.clerk_writes else visit.url("consent"),
    )


def rows(visit: Visit, draft: Draft, stops: list[Stop]) -> list[Row]:
    """The rows of the review; an answer about one of several people says about whom."""
    return [_row(visit, draft, stop) for stop in stops]


def _row(visit: Visit, draft: Draft, stop: Stop, told: tuple[str, ...] = ()) -> Row:
    at = asking(draft, stop, visit.reads)
    lines = told or at.shown(draft, visit.today) or (visit.say(EMPTY),)
    what = short(visit, draft, at)
    return what, lines, visit.url("step", step=stop.key), visit.say("{what}を直す", what=what)


def short(visit: Visit, draft: Draft, at: Asking) -> str:
    """What a stop asks for in a few words; one of several people is named."""
    person, what = person_name(draft, at.stop), at.question.short
    return visit.say("{name}さんの{what}", name=person, what=what) if person else what
