"""Change: the office says where a case stands from now on; the resident is told, and so is whoever reads the feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.course import bell, events
from portal.cases.letters import resident
from portal.cases.letters.resident import Writing
from portal.cases.status import DECIDED, by_office
from portal.delivery import outbox
from portal.security.keys import Keys


class Impossible(Exception):
    """A case does not move there from where it stands; `moves` are where it may go."""

    def __init__(self, moves: frozenset[str]) -> None:
        super().__init__(", ".join(sorted(moves)))
        self.moves = moves


def move(db: Connection, keys: Keys, about: Writing, to: str, now: datetime) -> Case:
    """The case, held by the caller's transaction, as it stands from now on. Raises Impossible."""
    case = about.case
    if to not in by_office(case.status):
        raise Impossible(by_office(case.status))
    cases.stands(db, case, to, now)
    moved = replace(case, status=to)
    events.tell(db, moved, events.STATUS, now, status=to, before=case.status)
    if to in DECIDED:
        if letter := resident.decision(replace(about, case=moved)):
            outbox.post(db, keys, letter, now)
        bell.ring(db, keys, about, now)
    return moved
