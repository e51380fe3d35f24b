"""Witnessing: whoever of the staff stood by when a resident pressed on their screen says so, and how they made sure who
it was.

It is a leaf of its own. It is no consent and takes the place of none; of what was shown no number is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from portal.accounts.staff.person import Person
from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.since.signing import About, since
from portal.cases.status import WITHDRAWN
from portal.consent import bundle, record
from portal.consent.bundle import Later
from portal.consent.record import Act
from portal.consent.wording import Part
from portal.language.width import narrow
from portal.security.keys import Keys

IDENTITY = ("my_number_card", "driving_licence", "two_papers", "known", "none")
"""By what somebody was made sure of: a card with a picture, two papers without one, knowing them, or nothing."""


@dataclass(frozen=True)
class Witnessing:
    """Who says so, in which words (a `witness` of wording), by which act; its verification tells the `identity`."""

    somebody: Person
    part: Part
    act: Act


def possible(case: Case, later: Sequence[Later], somebody: Person) -> bool:
    """Whether it is theirs to say, and has not been said: it was pressed on their screen, and is not their own."""
    helped = [one.get("assisted", {}) for one in bundle.records(case.consent)]
    there = bool(helped) and all((one.get("staff"), one.get("device")) == (somebody.id, "desk") for one in helped)
    said = any(one.witnessed for one in later)
    return there and not said and case.status != WITHDRAWN and not _own(case, somebody)


def witness(db: Connection, keys: Keys, about: Case, by: Witnessing) -> bool:
    """Keep it in the caller's transaction; False when it was said before, or is not theirs to say."""
    case = cases.held(db, keys, about.municipality, about.id)
    if case is None or not possible(case, since(db, About(case)), by.somebody):
        return False
    who = {"staff": by.somebody.id, "department": case.department}
    bundle.add(db, keys, case.municipality, [record.witnessed(bundle.records(case.consent), by.part, by.act, who)])
    return True


def _own(case: Case, somebody: Person) -> bool:
    """Whether somebody of this very name has applied, for themself or for another."""
    names = [case.applicant, *([case.helper.name] if case.helper else [])]
    return _bare(somebody.name) in map(_bare, names)


def _bare(name: str) -> str:
    return "".join(narrow(name).split())
