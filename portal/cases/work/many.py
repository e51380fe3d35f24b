"""Many at once: what is clean is approved in one go, each case for itself, and each that is not says why.

Clean is what nobody has to look into: no open doubt, nobody waits for an answer or a call, nothing was sent before by
the same person, no other application is for the same or has the same account, and the word of the person it is for is
there where it was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import Connection

from portal.cases.case import Case
from portal.cases.course import change
from portal.cases.course.change import Impossible
from portal.cases.inbox import Wanted
from portal.cases.letters.resident import Writing
from portal.cases.principal import standing
from portal.cases.principal.word import YES
from portal.cases.status import DECIDED, RECEIVED
from portal.cases.turn import SOMEBODY_WAITS
from portal.cases.work import beside, deeds
from portal.cases.work.hold import Act, Overtaken, Unknown, held
from portal.security.keys import Keys
from portal.storage.database import Database

MOST = 100
"""Cases of one go: some seconds."""
CHECKING, ACCEPTED = "checking", "accepted"
APPROVED, DECIDED_BEFORE, CHANGED, GONE = "approved", "decided", "changed", "gone"
FLAGGED, WAITED, TWICE, UNCONFIRMED, STUCK = "flagged", "waited", "twice", "unconfirmed", "stuck"
BESIDE = "beside"
"""Why one was left alone: it has doubts; somebody waits; the same person sent another; the person has not confirmed it;
it does not go there from where it stands; another has somebody of it, or its account."""


class One(NamedTuple):
    """What became of a case: its id and one of the words above."""

    id: str
    outcome: str


@dataclass(frozen=True)
class Approving:
    """Who approves, by an act for each case, and what a letter about a case needs."""

    database: Database
    keys: Keys
    writing: Callable[[Connection, Case], Writing]


def approve(by: Approving, acts: Iterable[Act]) -> list[One]:
    """What became of each, in the order given; broken off at any moment, those before it are approved. Of more than
    MOST the rest is left for the next go.
    """
    return [One(act.id, _one(by, act)) for act in list(acts)[:MOST]]


def clean(db: Connection, keys: Keys, reach: Wanted, case: Case) -> str:
    """Why a case cannot be approved without a look by somebody of these departments; "" where it can."""
    if case.status in DECIDED:
        return DECIDED_BEFORE
    if case.flagged:
        return FLAGGED
    if case.turn in SOMEBODY_WAITS:
        return WAITED
    if case.earlier:
        return TWICE
    word = standing.of(db, keys, case)
    if word and word.state != YES:
        return UNCONFIRMED
    return BESIDE if beside.again(db, keys, reach, case) else ""


def acts(reach: Wanted, seen: Iterable[tuple[str, int]], act: Act) -> list[Act]:
    """An act for each case (id, revision) that was ticked, all by the clerk and at the moment of one."""
    return [replace(act, reach=reach, id=id, revision=revision) for id, revision in seen]


def _one(by: Approving, act: Act) -> str:
    try:
        with by.database.writing() as db:
            return _approved(db, by, act)
    except Overtaken:
        return CHANGED
    except Unknown:
        return GONE
    except Impossible:
        return STUCK


def _approved(db: Connection, by: Approving, act: Act) -> str:
    case = held(db, by.keys, act)
    if reason := clean(db, by.keys, act.reach, case):
        return reason
    writing = by.writing(db, case)
    for to in (CHECKING, ACCEPTED) if case.status == RECEIVED else (ACCEPTED,):
        before, case = case.status, change.move(db, by.keys, replace(writing, case=case), to, act.now)
        deeds.note(db, act, deeds.MOVED, status=to, before=before)
    return APPROVED
