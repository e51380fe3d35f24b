"""The people of a household: first the list, then each person on a page of their own."""

from __future__ import annotations

from dataclasses import replace

from portal.answers import KINDS
from portal.answers.answer_type import Assisted, Doubt, Problems, Typed
from portal.answers.person_name import written
from portal.journey import doubts, members
from portal.journey import draft as drafts
from portal.journey.asking import Asking, applicant_name
from portal.journey.draft import Draft
from portal.journey.members import Told
from portal.journey.path import Stop, expected, path, people, position
from portal.preferences import is_wish
from portal.resident import way
from portal.resident.aloud import together
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit

DONE = {"done", "next"}
"""Buttons that end the list; `next` is what Enter presses."""


def show(visit: Visit, draft: Draft, stops: list[Stop], at: Asking, found: tuple[Doubt, ...] = ()) -> Answer:
    """The list of people so far, and what is doubtful about it."""
    kind, listed, at = KINDS[at.ask.kind], people(draft, at.stop.key), way.seen(visit, draft, at)
    before, parts = way.back(draft, stops, at.stop)
    return visit.page(
        "resident/household.html",
        service=way.context_of(draft.version, visit.reads),
        to=together.to_ask(visit, draft, at),
        question=at.question,
        people=[
            (id, written(person["name"]), kind.show({"people": [person]}, at.ask, visit.today)[1:])
            for id, person in listed.items()
        ],
        applicant=applicant_name(draft),
        doubts=[visit.say(doubt.message) for doubt in found],
        place=(position(stops, at.stop) + 1, expected(draft)),
        back=visit.url(before, **parts),
        action=visit.here,
    )


def take(visit: Visit, draft: Draft, stops: list[Stop], at: Asking) -> Answer:
    """A button of the list: add, edit:<id>, remove:<id>, or done."""
    do, _, id = visit.form.do.partition(":")
    if do == "add" or (do == "edit" and id in people(draft, at.stop.key)):
        return visit.go("person", step=at.stop.key, person=id or members.following(draft, at.stop.key))
    if do == "remove":
        drafts.keep(visit.db, draft, at.stop.key, members.removed(draft, at.stop.key, id), visit.now)
        return visit.go("step", step=at.stop.key)
    if do not in DONE:
        return show(visit, draft, stops, at)
    return _done(visit, draft, stops, at)


def _done(visit: Visit, draft: Draft, stops: list[Stop], at: Asking) -> Answer:
    """Everybody is told; what is doubtful is asked about once."""
    before = draft.answers.get(at.stop.key)
    kept = draft.answers[at.stop.key] = members.complete(draft, at.stop.key)
    found = doubts.about(draft, at, visit.today)
    codes = tuple(dict.fromkeys(doubt.code for doubt in found))
    drafts.keep(visit.db, draft, at.stop.key, replace(kept, doubted=codes), visit.now)
    if set(codes) <= set(before.doubted if before else ()):
        recap = together.confirmed(visit, draft, at)
        return visit.go("recap", step=at.stop.key) if recap else way.on(visit, draft)
    return show(visit, draft, stops, at, found)


def show_person(visit: Visit) -> Answer:
    """One person's page, as typed before."""
    found = _at(visit)
    if isinstance(found, Answer):
        return found
    draft, at = found
    return _asked(visit, draft, at, members.typed_of(draft, at.stop.key, visit.parts["person"]))


def take_person(visit: Visit) -> Answer:
    """Read one person and go back to the list."""
    found = _at(visit)
    if isinstance(found, Answer):
        return found
    draft, at = found
    key, id = at.stop.key, visit.parts["person"]
    kind = KINDS[at.ask.kind]
    typed = {part: visit.form.typed.get(part, "") for part in kind.parts(at.ask)}
    if visit.form.do == "back":
        drafts.keep(visit.db, draft, key, members.half_told(draft, key, Told(id, typed)), visit.now)
        return visit.go("step", step=key)
    if is_wish(visit.form.do):
        drafts.keep(visit.db, draft, key, members.half_told(draft, key, Told(id, typed)), visit.now)
        visit.prefer(visit.form.do)
        return visit.go("person", step=key, person=id)
    if visit.form.do in kind.assists:
        help = kind.assist(typed, at.ask, visit.form.do)
        return _asked(visit, draft, at, help.typed, help)
    try:
        person = kind.read(typed, at.ask, visit.today)
    except Problems as problems:
        drafts.keep(visit.db, draft, key, members.half_told(draft, key, Told(id, typed)), visit.now)
        return _asked(visit, draft, at, typed, problems)
    drafts.keep(visit.db, draft, key, members.put(draft, key, Told(id, typed, person)), visit.now)
    return visit.go("step", step=key)


def _at(visit: Visit) -> tuple[Draft, Asking] | Answer:
    draft = way.find(visit)
    if draft is None:
        return way.without_draft(visit)
    for stop in path(draft):
        if stop.key == visit.parts["step"] and stop.question.kind == "household":
            if visit.parts["person"] not in {members.following(draft, stop.key), *people(draft, stop.key)}:
                return visit.go("step", step=stop.key)
            return draft, way.asked(visit, draft, stop)
    raise Refused(404)


def _asked(visit: Visit, draft: Draft, at: Asking, typed: Typed, why: Problems | Assisted | None = None) -> Answer:
    """One person's page; why it is asked again: with problems, or with help after a button."""
    problems, help = (why, why.help) if isinstance(why, Problems) else (None, why)
    at = way.seen(visit, draft, at)
    return visit.page(
        "resident/person.html",
        status=422 if problems else 200,
        service=way.context_of(draft.version, visit.reads),
        to=together.to_ask(visit, draft, at),
        question=at.question,
        ask=at.ask,
        applicant=applicant_name(draft),
        typed=dict(typed),
        problems=visit.told(problems),
        help=help and {"note": help.note and visit.say(help.note), "focus": help.focus},
        back=visit.url("step", step=at.stop.key),
        action=visit.here,
        editing=visit.parts["person"] in people(draft, at.stop.key),
    )
