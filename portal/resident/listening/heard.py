"""Heard: what is known of a page beyond its HTML, so that names and answers are said as their owner says them.

Names are said from the person's own furigana, answers as their kinds speak them; both come from the draft this phone
holds or the case it has sent, and go no further than the voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from portal.answers import KINDS
from portal.answers.answer_type import Ask, Problems
from portal.answers.date import Date
from portal.answers.person_name import kana, written
from portal.answers.typed_date import DATE_PARTS
from portal.cases.case import Case
from portal.journey.asking import asking
from portal.journey.draft import Draft
from portal.journey.path import Stop, path, people
from portal.resident import way
from portal.resident.principal import own, told
from portal.speech.script import NOTHING, Known
from portal.speech.script.boxes import Reading
from portal.web.house import Answer
from portal.web.visit import Visit

NOBODYS = frozenset(
    {"home", "start", "preferences", "accessibility", "notice", "voice", "reading"}
    | {"install", "device", "offline", "waiting"}
)
"""Pages that are the same for everybody."""
BY_BIRTH_DATE = frozenset({"status", "resume", "own", "posted"})
"""Pages that ask for a birth date, and for a number that is read as it is written."""
THEIRS = frozenset({"sign", "object", "signed"})
"""Pages of the person an application is about."""
Names = Mapping[str, str]
Lines = tuple[str, ...]


def known(page: Visit) -> Known:
    """What is known of a page; `page` is a visit to it."""
    if page.name in NOBODYS:
        return NOTHING
    if page.name in BY_BIRTH_DATE:
        return Known(read=partial(_birth_date, page), private=True)
    if page.name in THEIRS:
        found = own.held(page)
        return Known({} if isinstance(found, Answer) else _names(_of_case(found[1])), private=True)
    if "service" not in page.parts:
        case = told.known(page) if "number" in page.parts else None
        return Known(_names(_of_case(case)) if case else {}, private=True)
    draft = way.find(page)
    if draft is None:
        case = way.sent(page)
        return Known(_names(_of_case(case)) if case else {}, private=True)
    stops = path(draft)
    return Known(
        _names(_of_draft(draft, stops)),
        _shown(page, draft, stops),
        partial(_in_boxes, page, draft, stops),
        private=True,
    )


def _names(answers: Iterable[tuple[str, Any]]) -> Names:
    """Every person's name with its kana."""
    people = [person for kind, value in answers if value for person in _people(kind, value)]
    return {written(name): kana(name) for name in people if kana(name)}


def _people(kind: str, value: Any) -> Iterator[Any]:
    if kind == "person_name":
        yield value
    elif kind == "household":
        yield from (person["name"] for person in value.get("people", (value,)))


def _of_draft(draft: Draft, stops: Iterable[Stop]) -> Iterator[tuple[str, Any]]:
    """The answers on the way; of a household everybody told of, though there may be more to come."""
    for stop in stops:
        if stop.question.kind == "household":
            yield "household", {"people": people(draft, stop.key).values()}
        else:
            yield stop.question.kind, draft.value(stop.key)


def _of_case(case: Case) -> Iterator[tuple[str, Any]]:
    return ((answer.kind, answer.value) for answer in case.answers)


def _shown(page: Visit, draft: Draft, stops: Iterable[Stop]) -> Mapping[Lines, str]:
    """The lines of each answer and what is said of them; several people of a household line by line."""
    spoken: dict[Lines, str] = {}
    for stop in stops:
        if (value := draft.value(stop.key)) is None:
            continue
        at = asking(draft, stop, page.language)
        kind, lines = KINDS[at.ask.kind], _flat(at.shown(draft, page.today))
        several = value["people"] if stop.question.kind == "household" and len(value["people"]) > 1 else ()
        for one, line in zip(several, lines, strict=False):
            spoken[(line,)] = kind.speak(one, at.ask, page.today)
        if not several:
            spoken[lines] = kind.speak(value, at.ask, page.today)
    return spoken


def _flat(lines: Iterable[str]) -> Lines:
    return tuple(" ".join(line.split()) for line in lines)


def _in_boxes(page: Visit, draft: Draft, stops: Iterable[Stop], typed: Mapping[str, str]) -> list[Reading]:
    """The boxes of a question, or of one person, as its kind speaks what is typed there."""
    stop = next((stop for stop in stops if stop.key == page.parts.get("step")), None)
    if stop is None or stop.question.kind == "photo":
        return []
    ask = asking(draft, stop, page.language).ask
    return _read(ask, KINDS[ask.kind].parts(ask), typed, page)


def _birth_date(page: Visit, typed: Mapping[str, str]) -> list[Reading]:
    ask = Ask("birth-date", "date", "", True, (), {"past": True, "age": True}, page.words)
    try:
        value = Date().read(typed, ask, page.today)
    except Problems:
        return []
    return [Reading(DATE_PARTS, Date().speak(value, ask, page.today))]


def _read(ask: Ask, parts: Lines, typed: Mapping[str, str], page: Visit) -> list[Reading]:
    kind = KINDS[ask.kind]
    try:
        value = kind.read({part: typed.get(part, "") for part in parts}, ask, page.today)
    except Problems:
        return []  # each box is read as it is written
    return [Reading(parts, kind.speak(value, ask, page.today))] if value is not None else []
