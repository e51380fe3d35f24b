"""Holding a case: only whoever may see it, and has seen it as it is, changes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.inbox import Wanted
from portal.security.keys import Keys


class Unknown(LookupError):
    """There is no such case in reach."""


class Overtaken(Exception):
    """Somebody has changed the case since it was read; `case` is what it is now."""

    def __init__(self, case: Case) -> None:
        super().__init__(case.number)
        self.case = case


@dataclass(frozen=True)
class Act:
    """A clerk (id of staff) who may see the departments of `reach` does something about the case with this id, which
    they have seen at a `revision`.
    """

    reach: Wanted
    id: str
    revision: int
    by: str
    now: datetime


def held(db: Connection, keys: Keys, act: Act) -> Case:
    """The case, which nobody else changes until the caller's transaction ends. Raises Unknown or Overtaken."""
    case = seen(db, keys, act)
    if case.revision != act.revision:
        raise Overtaken(case)
    return case


def seen(db: Connection, keys: Keys, act: Act) -> Case:
    """The same for what overwrites nothing, at whichever revision. Raises Unknown."""
    case = cases.held(db, keys, act.reach.municipality, act.id)
    if case is None or case.department not in act.reach.departments:
        raise Unknown(act.id)
    return case
