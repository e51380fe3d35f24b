"""What a clerk does about one case: opens it, gives it to somebody, says its doubts are looked at, moves it on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases import turn as turns
from portal.cases.arrival.acknowledgement import DESK, acknowledge
from portal.cases.case import Case
from portal.cases.course import change, messages
from portal.cases.course.messages import Message
from portal.cases.letters.resident import Writing
from portal.cases.status import by_office
from portal.cases.turn import SOMEBODY_WAITS
from portal.cases.work import deeds
from portal.cases.work.hold import Act, held, seen
from portal.cases.work.notes import Empty
from portal.security.keys import Keys

ASKED = "asked"


def opened(db: Connection, keys: Keys, act: Act) -> Case:
    """A clerk opens the case: the office has it from now on. Raises Unknown."""
    case = seen(db, keys, act)
    if case.acknowledged is None or case.seen is None:
        acknowledge(db, case.municipality, case.id, DESK, act.now)
    return _again(db, keys, case)


def assign(db: Connection, keys: Keys, act: Act, to: str) -> Case:
    """Give it to a clerk (id of staff), or to nobody by "". Raises Unknown or Overtaken."""
    case = held(db, keys, act)
    if case.assignee == to:
        return case
    cases.change(db, case.municipality, case.id, assignee=to)
    deeds.note(db, act, deeds.ASSIGNED, to=to, before=case.assignee)
    return _again(db, keys, case)


def check(db: Connection, keys: Keys, act: Act) -> Case:
    """Its doubts are looked at, and settled. Raises Unknown or Overtaken."""
    case = held(db, keys, act)
    if not case.flagged:
        return case
    turn = case.turn if case.turn in SOMEBODY_WAITS else turns.of(case.status, 0)
    cases.change(db, case.municipality, case.id, flagged=0, turn=turn)
    deeds.note(db, act, deeds.CHECKED, flags=case.flagged)
    return _again(db, keys, case)


def move(db: Connection, keys: Keys, act: Act, writing: Writing, to: str) -> Case:
    """Move it along the table of moves (`status`); the resident is told. `writing` is what a letter to them needs, of
    whichever revision. Raises Unknown, Overtaken or Impossible (`course.change`).
    """
    case = held(db, keys, act)
    moved = change.move(db, keys, replace(writing, case=case), to, act.now)
    values: dict[str, Any] = {} if case.assignee else {"assignee": act.by}
    if values:  # whoever begins with it goes on with it
        cases.change(db, case.municipality, case.id, **values)
    deeds.note(db, act, deeds.MOVED, status=to, before=case.status)
    return _again(db, keys, moved)


def write(db: Connection, keys: Keys, act: Act, writing: Writing, message: Message) -> Case:
    """Write to the resident, once for each id of a message; what is being looked at is asked about from then on.

    Raises Unknown or Overtaken, and Empty where nothing in it can be read or it is too long.
    """
    text = messages.legible(message.text)
    if not text or len(text) > messages.LONGEST:
        raise Empty
    case = seen(db, keys, act)
    if any(each.id == message.id for each in messages.of_case(db, keys, case)):
        return case
    case = held(db, keys, act)
    messages.write(db, keys, replace(writing, case=case), replace(message, text=text))
    deeds.note(db, act, deeds.WROTE, message=message.id)
    if ASKED in by_office(case.status):
        change.move(db, keys, replace(writing, case=case), ASKED, act.now)
        deeds.note(db, act, deeds.MOVED, status=ASKED, before=case.status)
    else:
        cases.change(db, case.municipality, case.id)
    return _again(db, keys, case)


def _again(db: Connection, keys: Keys, case: Case) -> Case:
    return cases.by_id(db, keys, case.municipality, case.id) or case
