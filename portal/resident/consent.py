"""The act of consent: what it is over, what it says, and one large mark that is pressed instead of a seal.

Held down and let go of (`hold`), tapped twice or pressed twice by keys: each means the same. The first of two presses
is answered by a page that asks for the second, so that a slip of the finger sends nothing. Our script has that page at
hand and asks nobody; whoever says to have pressed twice must come from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from portal.cases import same_person
from portal.cases.same_person import Before
from portal.catalogue.checks import ACT
from portal.catalogue.document import Recall
from portal.consent.record import ASKED_NOTHING
from portal.consent.wording import Part
from portal.journey import agreed
from portal.journey.asking import applicant_name, helper_name
from portal.journey.draft import Draft, fingerprint
from portal.journey.path import path
from portal.journey.submit import Sending, submit, whose
from portal.language.dates import JAPAN, shown
from portal.language.words import say
from portal.resident import way
from portal.resident.aloud import together
from portal.resident.preferences import wished
from portal.resident.review import rows
from portal.web.house import Answer
from portal.web.visit import Visit

KINDS = {
    "declaration": say("約束すること"),
    "consent": say("同意すること"),
    "acknowledgement": say("知っておくこと"),
    "mandate": say("代わりにすること"),
}
"""What each kind of statement is to whoever presses."""
ALSO = "also-"
"""How the form parts begin of consents that nothing depends on."""
ONCE, SEAL = "press", "seal"
"""What the mark sends: the first of two presses, and the act."""
PRESSED = "pressed"
"""The form part that says that the mark was pressed before."""
HELD = "hold"
MEANS = ("two_taps", "keyboard", HELD)
RECALL, FIRST = "recall", "first"
"""Form parts: the answer to the question about the statements, and how it was answered before they were explained."""
ANSWERED = ("right", "wrong", "none")


class Second(NamedTuple):
    """The page of the second press: who presses, where it goes, the way back, the way to go on later."""

    name: str
    action: str
    back: str
    away: tuple[str, str]


def show(visit: Visit) -> Answer:
    """The page of the act."""
    draft = way.finished(visit)
    if visit.clerk_writes:
        return way.to_desk(visit)
    return draft if isinstance(draft, Answer) else _consent(visit, draft)


def _consent(visit: Visit, draft: Draft, *, changed: bool = False, explain: bool = False) -> Answer:
    stops, optional = path(draft), agreed.optional(draft, visit.reads)
    told = draft.version.told(visit.reads).service
    return visit.page(
        "resident/consent.html",
        service=way.context_of(draft.version, visit.reads),
        to=together.to_press(visit, draft),
        act=told.consent.act,
        statements=[
            (visit.say(KINDS[part.type]), one["text"], one["meaning"])
            for part in agreed.parts(draft, visit.reads)
            for one in part.shown
            if one["id"] != ACT
        ],
        optional=[(part.id, *(part.shown[0][key] for key in ("text", "meaning"))) for part in optional],
        chosen=_chosen(visit, optional),
        recall=told.consent.recall,
        picked=visit.form.typed.get(RECALL, ""),
        first=_first(visit, told.consent.recall) if explain or visit.form.typed.get(FIRST) else "",
        explain=explain,
        applicant=applicant_name(draft),
        helper=helper_name(draft),
        rows=[row[:2] for row in rows(visit, draft, stops)],
        seen=fingerprint(draft),
        changed=changed,
        back=visit.url("review"),
        second=_second(visit, draft),
    )


def press(visit: Visit) -> Answer:
    """The act itself: it seals what was shown, nothing else; done twice it is still one case."""
    draft = way.finished(visit)
    if isinstance(draft, Answer):
        return draft
    if visit.clerk_writes:
        return way.to_desk(visit)
    if wished(visit) or visit.form.do not in {ONCE, SEAL}:
        return _consent(visit, draft)
    if visit.form.typed.get("seen") != fingerprint(draft):
        return _consent(visit, draft, changed=True)
    recall = draft.version.source.consent.recall
    if recall and not visit.form.typed.get(FIRST) and _first(visit, recall) != "right":
        return _consent(visit, draft, explain=True)
    if not pressed_enough(visit):
        return _once(visit, draft)
    if visit.form.typed.get("again") != "yes" and (before := _before(visit, draft)):
        return _again(visit, draft, before)
    sending = Sending(
        *(visit.house.keys, visit.town, visit.language, means(visit), visit.preferences.text, visit.now),
        aloud=visit.preferences.aloud,
        also_in=visit.preferences.also_in(visit.language),
        chosen=frozenset(_chosen(visit, agreed.optional(draft, visit.language))),
        recall=_recalled(visit, recall),
        portal=visit.origin,
        at_desk=visit.at_counter,
    )
    visit.case, visit.draft = submit(visit.db, draft, sending), None
    way.keep_receipt(visit, draft)
    way.remember(visit, visit.case)
    return visit.go("done")


def _once(visit: Visit, draft: Draft) -> Answer:
    """Pressed for the first time: the page that asks for the second."""
    return visit.page(
        "resident/pressed.html",
        service=way.context_of(draft.version, visit.reads),
        second=_second(visit, draft),
        carried=_carried(visit, draft),
    )


def _second(visit: Visit, draft: Draft) -> Second:
    """Whose press it is, and the ways on from the first."""
    who, later = helper_name(draft) or applicant_name(draft), (visit.url("later"), visit.say("あとで続ける"))
    return Second(who, visit.here, visit.url("consent"), later)


def pressed_enough(visit: Visit) -> bool:
    """Whether the mark was held down, or pressed before it was pressed now."""
    return visit.form.do == SEAL and (means(visit) == HELD or visit.form.typed.get(PRESSED) == "yes")


def means(visit: Visit) -> str:
    """By which of the ways the mark was pressed, as our script saw it; without it, by two presses."""
    means = visit.form.typed.get("means", "")
    return means if means in MEANS else MEANS[0]


def _first(visit: Visit, recall: Recall | None) -> str:
    """How the question about the statements was answered first: right, wrong or none."""
    typed = visit.form.typed
    if typed.get(FIRST) in ANSWERED:
        return typed[FIRST]
    answer = typed.get(RECALL, "")
    return "right" if recall and answer == recall.answer else "wrong" if answer else "none"


def _recalled(visit: Visit, recall: Recall | None) -> Mapping[str, Any]:
    """What came of the question about the statements, for the record."""
    if recall is None:
        return ASKED_NOTHING
    first = _first(visit, recall)
    return {"asked": "statements", "first": first, "explained": first != "right"}


def _carried(visit: Visit, draft: Draft) -> list[tuple[str, str]]:
    """What a page between the presses takes along: form parts and their values."""
    typed = visit.form.typed
    chosen = _chosen(visit, agreed.optional(draft, visit.language))
    kept = [(part, typed[part]) for part in (RECALL, FIRST) if typed.get(part)]
    return [("seen", fingerprint(draft)), *kept, *((ALSO + id, "yes") for id in chosen)]


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
        service=way.context_of(draft.version, visit.reads),
        applicant=applicant_name(draft),
        number=before.number,
        means=means(visit),
        date_text=shown(before.received.astimezone(JAPAN).date(), visit.words),
        carried=_carried(visit, draft),
        action=visit.here,
    )
