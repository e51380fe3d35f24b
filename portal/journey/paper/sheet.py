"""A sheet: what stands on the paper, question by question, read by the same kinds of answers as on the web.

The way is derived as it is for a resident: an answer to a question that is not on it is told of, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from portal.answers import KINDS
from portal.answers.answer_type import Ask, Problem, Problems
from portal.catalogue.version import Version
from portal.journey import attachment, doubts, members
from portal.journey import draft as drafts
from portal.journey.asking import asking
from portal.journey.attachment import Opened
from portal.journey.draft import Draft, Kept
from portal.journey.members import Told
from portal.journey.path import Stop, path
from portal.language.words import Say

HOUSEHOLD, PHOTO = "household", "photo"


class Amiss(NamedTuple):
    """One thing that cannot be taken: the question as its stop is called, its part or its person's number, and what to
    do; no words where the question is not on the way (NOWHERE) or has no such part (NO_PART).
    """

    key: str
    part: str
    why: Say | str
    person: int | None = None


NOWHERE, NO_PART = "nowhere", "no part"


class Unreadable(Exception):
    """What is amiss with a sheet, all at once."""

    def __init__(self, found: Sequence[Amiss]) -> None:
        super().__init__(", ".join(one.key for one in found))
        self.found = found


@dataclass(frozen=True)
class Sheet:
    """What was typed of a paper, by the keys of stops: texts by part, people one by one, files made safe beforehand.

    `key` is the same whenever the same paper is typed again; `language` is the one problems are told in.
    """

    key: str
    version: Version
    language: str
    answers: Mapping[str, Mapping[str, str]] = field(repr=False)
    people: Mapping[str, Sequence[Mapping[str, str]]] = field(repr=False)
    files: Mapping[str, Sequence[Opened]] = field(repr=False)


def drafted(db: Connection, sheet: Sheet, today: date) -> Draft:
    """The draft of a sheet, every question on its way answered. Raises Unreadable."""
    draft = drafts.unkept(sheet.version, sheet.key)
    found = list[Amiss]()
    read = dict[str, Stop]()
    while stop := next((stop for stop in path(draft) if stop.key not in read), None):
        read[stop.key] = stop
        found += _read(db, draft, stop, sheet, today)
        draft.way = None  # what was just answered may lead elsewhere
    named = {**sheet.answers, **sheet.people, **sheet.files}
    found += [Amiss(key, "", NOWHERE) for key in named if key not in read]
    if found:
        raise Unreadable(found)
    return draft


def _read(db: Connection, draft: Draft, stop: Stop, sheet: Sheet, today: date) -> Iterator[Amiss]:
    """Keep the answer to one question, or say what is amiss."""
    ask = asking(draft, stop, sheet.language).ask
    typed = dict(sheet.answers.get(stop.key, {}))
    if stop.question.kind == HOUSEHOLD:
        yield from _told(draft, stop, ask, sheet, today)
        return
    parts = KINDS[ask.kind].parts(ask)
    yield from (Amiss(stop.key, part, NO_PART) for part in typed if part not in parts or ask.kind == PHOTO)
    typed = {part: typed.get(part, "") for part in parts}
    try:
        if ask.kind == PHOTO:
            typed = _attached(db, draft, stop, sheet, ask)
        draft.answers[stop.key] = Kept(typed, KINDS[ask.kind].read(typed, ask, today), answered=True)
    except Problems as problems:
        if stop.question.required == doubts.SOFT:
            draft.answers[stop.key] = Kept(typed, None, answered=True, doubted=(doubts.AS_TYPED,))
            return
        draft.answers[stop.key] = Kept(typed)
        yield from (Amiss(stop.key, problem.part, problem.message) for problem in problems.found)


def _attached(db: Connection, draft: Draft, stop: Stop, sheet: Sheet, ask: Ask) -> dict[str, str]:
    """What stands for the files of a question. Raises Problems."""
    most = ask.limits.get("most", 1)
    for n, file in enumerate(sheet.files.get(stop.key, ())):
        if n >= most:
            raise Problems(*_too_many(most))
        draft.answers[stop.key] = Kept(attachment.received(db, draft, stop.key, file, most))
    return attachment.before(draft, stop.key)


def _too_many(most: int) -> tuple[Problem, ...]:
    return (Problem("value", attachment.too_many(most)),)


def _told(draft: Draft, stop: Stop, ask: Ask, sheet: Sheet, today: date) -> Iterator[Amiss]:
    """Keep the people of a household in the order they were told: p1, p2 and so on."""
    for n, typed in enumerate(sheet.people.get(stop.key, ())):
        parts = KINDS[ask.kind].parts(ask)
        yield from (Amiss(stop.key, part, NO_PART, n) for part in typed if part not in parts)
        whole = {part: typed.get(part, "") for part in parts}
        try:
            person = KINDS[ask.kind].read(whole, ask, today)
        except Problems as problems:
            yield from (Amiss(stop.key, problem.part, problem.message, n) for problem in problems.found)
            continue
        told = Told(members.following(draft, stop.key), whole, person)
        draft.answers[stop.key] = members.put(draft, stop.key, told)
    draft.answers[stop.key] = members.complete(draft, stop.key)
