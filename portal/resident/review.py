"""The review: every answer on the way with its own way to change it; then the act of consent over them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from portal.cases import same_person
from portal.cases.same_person import Before
from portal.catalogue.checks import ACT
from portal.consent.wording import Part
from portal.journey import agreed, doubts
from portal.journey.asking import Asking, applicant_name, asking, helper_name, person_name
from portal.journey.draft import Draft, fingerprint
from portal.journey.path import Stop, path
from portal.journey.submit import Sending, submit, whose
from portal.language.dates import JAPAN, shown
from portal.language.words import say
from portal.resident import way
from portal.resident.aloud import together
from portal.web.house import Answer
from portal.web.visit import Visit

Row = tuple[str, tuple[str, ...], str, str]
"""Short label, lines of the answer, address and label of the change link."""
EMPTY = say("（答えていません）")
KINDS = {
    "declaration": say("約束すること"),
    "consent": say("同意すること"),
    "acknowledgement": say("知っておくこと"),
    "mandate": say("代わりにすること"),
}
"""What each kind of statement is to whoever presses."""
ALSO = "also-"
"""How the form parts begin of consents that nothing depends on."""


def show(visit: Visit) -> Answer:
    """Everything that will be sent."""
    draft = way.finished(visit)
    if isinstance(draft, Answer):
        return draft
    stops = path(draft)
    return visit.page(
        "resident/review.html",
        service={"id": draft.version.service, "title": draft.version.told(visit.language).service.title},
        to=together.to_read(visit, draft),
        rows=rows(visit, draft, stops),
        doubted=[
            _row(visit, draft, stop, tuple(visit.say(one.doubt.message) for one in found))
            for stop, found in groupby(
                doubts.all_of(draft, stops, visit.language, visit.today), key=lambda one: one.stop
            )
        ],
        back=visit.url("step", step=stops[-1].key),
        action=visit.url("consent"),
    )


def show_consent(visit: Visit) -> Answer:
    """The page of the act."""
    draft = way.finished(visit)
    return draft if isinstance(draft, Answer) else _consent(visit, draft)


def _consent(visit: Visit, draft: Draft, *, changed: bool = False) -> Answer:
    stops, optional = path(draft), agreed.optional(draft, visit.language)
    told = draft.version.told(visit.language).service
    return visit.page(
        "resident/consent.html",
        service={"id": draft.version.service, "title": told.title},
        to=together.to_press(visit, draft),
        act=told.consent.act,
        statements=[
            (visit.say(KINDS[part.type]), one["text"], one["meaning"])
            for part in agreed.parts(draft, visit.language)
            for one in part.shown
            if one["id"] != ACT
        ],
        optional=[(part.id, *(part.shown[0][key] for key in ("text", "meaning"))) for part in optional],
        chosen=_chosen(visit, optional),
        applicant=applicant_name(draft),
        helper=helper_name(draft),
        rows=[row[:2] for row in rows(visit, draft, stops)],
        seen=fingerprint(draft),
        changed=changed,
        back=visit.url("review"),
        action=visit.here,
    )


def press(visit: Visit) -> Answer:
    """The act itself: it seals what was shown, nothing else; pressed twice it is still one case."""
    draft = way.finished(visit)
    if isinstance(draft, Answer):
        return draft
    if visit.form.do != "press":
        return visit.go("consent")
    if visit.form.typed.get("seen") != fingerprint(draft):
        return _consent(visit, draft, changed=True)
    if visit.form.typed.get("again") != "yes" and (before := _before(visit, draft)):
        return _again(visit, draft, before)
    sending = Sending(
        *(visit.house.keys, visit.town, visit.language, "button", visit.preferences.text, visit.now),
        aloud=visit.preferences.aloud,
        chosen=frozenset(_chosen(visit, agreed.optional(draft, visit.language))),
    )
    visit.case, visit.draft = submit(visit.db, draft, sending), None
    visit.cookie(way.cookie(visit), draft.token, int(way.RECEIPT.total_seconds()))
    way.remember(visit, visit.case)
    return visit.go("done")


def _chosen(visit: Visit, optional: Iterable[Part]) -> list[str]:
    """The ids of the consents that were ticked, of those nothing depends on."""
    return [part.id for part in optional if visit.form.typed.get(ALSO + part.id) == "yes"]


def _before(visit: Visit, draft: Draft) -> Before | None:
    """The last the same person sent, if this phone has shown that it is theirs; anybody else learns nothing."""
    known = way.theirs(visit)
    if not known:
        return None
    town, service = draft.version.municipality, draft.version.service
    found = same_person.sent_before(visit.db, town, whose(draft, visit.house.keys), service)
    return next((before for before in reversed(found) if before.key in known), None)


def _again(visit: Visit, draft: Draft, before: Before) -> Answer:
    return visit.page(
        "resident/again.html",
        service={"id": draft.version.service, "title": draft.version.told(visit.language).service.title},
        applicant=applicant_name(draft),
        number=before.number,
        date_text=shown(before.received.astimezone(JAPAN).date(), visit.words),
        seen=fingerprint(draft),
        chosen=_chosen(visit, agreed.optional(draft, visit.language)),
        action=visit.here,
    )


def rows(visit: Visit, draft: Draft, stops: list[Stop]) -> list[Row]:
    """The rows of the review; an answer about one of several people says about whom."""
    return [_row(visit, draft, stop) for stop in stops]


def _row(visit: Visit, draft: Draft, stop: Stop, told: tuple[str, ...] = ()) -> Row:
    at = asking(draft, stop, visit.language)
    lines = told or at.shown(draft, visit.today) or (visit.say(EMPTY),)
    what = short(visit, draft, at)
    return what, lines, visit.url("step", step=stop.key), visit.say("{what}を直す", what=what)


def short(visit: Visit, draft: Draft, at: Asking) -> str:
    """What a stop asks for in a few words; one of several people is named."""
    person, what = person_name(draft, at.stop), at.question.short
    return visit.say("{name}さんの{what}", name=person, what=what) if person else what
