"""One question: shown, taken, kept, and on to the next."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from portal.answers import KINDS
from portal.answers.answer_type import Assisted, Doubt, Problems
from portal.journey import attachment, doubts
from portal.journey import draft as drafts
from portal.journey.asking import Asking, own
from portal.journey.attachment import Opened
from portal.journey.draft import Draft, Kept
from portal.journey.path import Stop, expected, path, position
from portal.preferences import is_wish
from portal.resident import household, way
from portal.resident.aloud import together
from portal.resident.device import late
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit

LEAVING = {"back", "later"}
STAYING = ("more", "remove:")
"""Buttons that add a photo or take one away; the others lead on."""
AS_TYPED = "as-typed"
"""The button that sends on an answer nobody could read, where the town must accept it."""


@dataclass(frozen=True)
class At:
    """Where a visit stands on its way."""

    draft: Draft
    stops: list[Stop]
    asking: Asking

    @property
    def stop(self) -> Stop:
        """The stop itself."""
        return self.asking.stop


def show(visit: Visit) -> Answer:
    """The question with what was typed before."""
    at = here(visit)
    return at if isinstance(at, Answer) else show_at(visit, at)


def show_at(visit: Visit, at: At) -> Answer:
    """The question of a stop; one nobody has touched yet is the same for everybody and kept."""
    if at.stop.question.kind == "household":
        return household.show(visit, at.draft, at.stops, at.asking)
    kept = at.draft.answers.get(at.stop.key)
    told = at.draft.version.told(visit.language)
    if kept or together.reading(visit) or at.asking.question is not told.questions[at.stop.question.id]:
        return asked(visit, at, kept.typed if kept else {}, Asked())
    place = (position(at.stops, at.stop), expected(at.draft), own(at.draft, at.stop))
    key = (at.draft.version.hash, at.stop.key, place, str(way.back(at.draft, at.stops, at.stop)))
    return visit.kept_page("resident/step.html", key, lambda: _context(visit, at, {}, Asked()))


def as_left(visit: Visit) -> Answer:
    """The question as the resident left it: an answer that could not be taken is told of again."""
    at = here(visit)
    if isinstance(at, Answer):
        return at
    kept = at.draft.answers.get(at.stop.key)
    if kept and not kept.answered and at.stop.question.kind not in {"household", "photo"}:
        try:
            KINDS[at.asking.ask.kind].read(kept.typed, at.asking.ask, visit.today)
        except Problems as problems:
            return asked(visit, at, kept.typed, Asked(problems, problems.help))
    return show_at(visit, at)


def take(visit: Visit) -> Answer:
    """Read the answer and go on, or ask again with everything as it was typed."""
    sent = _opened(visit)
    at = here(visit)
    if isinstance(at, Answer):
        return at
    if is_wish(visit.form.do) or visit.form.do in LEAVING:
        return leave(visit, at, sent)
    if at.stop.question.kind == "household":
        return household.take(visit, at.draft, at.stops, at.asking)
    kind, ask = KINDS[at.asking.ask.kind], at.asking.ask
    typed = _typed(visit, at)
    try:
        if at.stop.question.kind == "photo":
            typed = _attached(visit, at, sent)
            if visit.form.do.startswith(STAYING):
                return _stay(visit, at, typed)
        if visit.form.do in kind.assists:
            help = kind.assist(typed, ask, visit.form.do)
            return asked(visit, at, help.typed, Asked(help=help))
        value = kind.read(typed, ask, visit.today)
    except Problems as problems:
        if visit.form.do == AS_TYPED and at.stop.question.required == doubts.SOFT:
            return _kept(visit, at, Kept(typed, None, answered=True, doubted=(doubts.AS_TYPED,)))
        drafts.keep(visit.db, at.draft, at.stop.key, Kept(typed), visit.now)
        return asked(visit, at, typed, Asked(problems, problems.help))
    return _kept(visit, at, Kept(typed, value, answered=True))


def _kept(visit: Visit, at: At, kept: Kept) -> Answer:
    """Keep an answer and go on; what is doubtful is asked about once, and the same answer again is taken."""
    if late.asked_otherwise(visit, at.draft, at.stop, kept):
        return late.passed(show_at(visit, at))
    before = at.draft.answers.get(at.stop.key)
    at.draft.answers[at.stop.key] = kept
    found = doubts.about(at.draft, at.asking, visit.today)
    told_before = kept.doubted or late.told_of(visit, before, kept)
    changed = late.changed(visit, before, kept) if at.stop.question.kind != "photo" else ()
    kept = replace(kept, doubted=tuple(dict.fromkeys(doubt.code for doubt in found)))
    drafts.keep(visit.db, at.draft, at.stop.key, kept, visit.now)
    if set(kept.doubted) <= set(told_before) and not changed:
        return on(visit, at)
    return asked(visit, at, kept.typed, Asked(doubts=(*found, *changed)))


def on(visit: Visit, at: At) -> Answer:
    """On from an answer just kept: it is read back first where somebody answers through another."""
    if together.confirmed(visit, at.draft, at.asking):
        return visit.go("recap", step=at.stop.key)
    return way.on(visit, at.draft)


def _opened(visit: Visit) -> Opened | None:
    """The file of this form, before the visit's transaction begins: others must not wait for a picture."""
    upload = visit.form.upload
    return attachment.opened(upload.name, upload.content, visit.house.settings) if upload else None


def _typed(visit: Visit, at: At) -> dict[str, str]:
    """What the form says, part by part; what stands for a file is ours alone to say."""
    if at.stop.question.kind == "photo":
        return attachment.before(at.draft, at.stop.key)
    return {part: visit.form.typed.get(part, "") for part in KINDS[at.asking.ask.kind].parts(at.asking.ask)}


def _attached(visit: Visit, at: At, sent: Opened | None) -> dict[str, str]:
    """What stands for the file of this form; without a new one the one kept before stays. Raises Problems."""
    before = attachment.before(at.draft, at.stop.key)
    do, _, n = visit.form.do.partition(":")
    if do == "remove" and n.isdecimal():
        return attachment.removed(visit.db, at.draft, before, int(n[:3]))
    if do == "remove":
        return attachment.forget(visit.db, at.draft, before)
    if sent is None:
        return before
    return attachment.received(visit.db, at.draft, at.stop.key, sent, at.asking.ask.limits.get("most", 1))


def _stay(visit: Visit, at: At, typed: dict[str, str]) -> Answer:
    """The photos so far, after one was added or taken away."""
    drafts.keep(visit.db, at.draft, at.stop.key, Kept(typed), visit.now)
    return asked(visit, at, typed, Asked())


def picture(visit: Visit) -> Answer:
    """One photo kept at a question, for whoever holds the draft."""
    at = here(visit)
    if isinstance(at, Answer):
        return at
    file = attachment.shown(visit.db, at.draft, at.stop.key, visit.parts["file"])
    if file is None or not file.media_type.startswith("image/"):
        raise Refused(404)
    return Answer(file.content, media_type=file.media_type)


def leave(visit: Visit, at: At, sent: Opened | None = None) -> Answer:
    """A button that is no answer (comfort, back, later): what is typed so far is kept, unread."""
    kept = at.draft.answers.get(at.stop.key)
    typed = _typed(visit, at)
    if at.stop.question.kind == "photo" and sent:
        with suppress(Problems):
            typed = attachment.received(visit.db, at.draft, at.stop.key, sent, at.asking.ask.limits.get("most", 1))
    if at.stop.question.kind != "household" and typed != (dict(kept.typed) if kept else dict.fromkeys(typed, "")):
        drafts.keep(visit.db, at.draft, at.stop.key, Kept(typed), visit.now)
    if visit.form.do == "back":
        name, parts = way.back(at.draft, at.stops, at.stop)
        return visit.go(name, **parts)
    if visit.form.do == "later":
        return visit.go("later")
    visit.prefer(visit.form.do)
    return visit.go("step", step=at.stop.key)


def here(visit: Visit) -> At | Answer:
    """The stop of the address, or where to go when it is not on this resident's way."""
    draft = way.find(visit)
    if draft is None:
        return late.passed(way.without_draft(visit))
    stops = path(draft)
    stop = next((stop for stop in stops if stop.key == visit.parts["step"]), None)
    return At(draft, stops, way.asked(visit, draft, stop)) if stop else late.passed(way.on(visit, draft))


@dataclass(frozen=True)
class Asked:
    """Why a question is asked again: with problems, with help after a button, or with doubts about the answer."""

    problems: Problems | None = None
    help: Assisted | None = None
    doubts: tuple[Doubt, ...] = ()


def asked(visit: Visit, at: At, typed: Any, why: Asked) -> Answer:
    """The page of a question with what was typed."""
    return visit.page("resident/step.html", status=422 if why.problems else 200, **_context(visit, at, typed, why))


def _context(visit: Visit, at: At, typed: Any, why: Asked) -> dict[str, Any]:
    before, parts = way.back(at.draft, at.stops, at.stop)
    help, shown = why.help, way.seen(visit, at.draft, at.asking)
    return {
        "service": way.context_of(at.draft.version, visit.reads),
        "to": together.to_ask(visit, at.draft, at.asking),
        "read_out": together.reading(visit) and not together.of_the_reader(at.asking),
        "question": shown.question,
        "ask": shown.ask,
        "own": own(at.draft, at.stop),
        "typed": dict(typed),
        "problems": visit.told(why.problems),
        "doubts": [visit.say(doubt.message) for doubt in why.doubts],
        "as_typed": why.problems is not None and at.asking.question.required == doubts.SOFT,
        "help": help and {"offers": help.offers, "note": help.note and visit.say(help.note), "focus": help.focus},
        "pages": pages(visit, at, typed),
        "place": (position(at.stops, at.stop) + 1, expected(at.draft)),
        "back": visit.url(before, **parts),
        "action": visit.here,
    }


def pages(visit: Visit, at: At, typed: Any) -> list[tuple[str, str]]:
    """Name and address of each photo kept; what is no picture has no address.

    No two have the same address: a browser goes on showing the picture it has of one.
    """
    if at.stop.question.kind != "photo":
        return []
    kept = [(page, visit.url("picture", step=at.stop.key, file=page["file"])) for page in attachment.pages(typed)]
    return [(page["name"], url if page["media_type"].startswith("image/") else "") for page, url in kept]
