"""Beside: other cases of the same person, household, home or account, which a clerk should see before anybody is paid
twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, or_, select, union

from portal.cases.case import Case, CaseRow, from_row
from portal.cases.inbox import Wanted
from portal.cases.search import words
from portal.cases.search.traces import CaseTraceRow, hashed
from portal.cases.search.words import Word
from portal.cases.status import WITHDRAWN
from portal.security.keys import Keys
from portal.storage.database import rows

MOST = 20
"""Cases that are shown beside one: of an old people's home there may be hundreds with its address."""
_traces, _cases = rows(CaseTraceRow), rows(CaseRow)
_t, _c = _traces.c, _cases.c


TWICE, NAMED, SAME_ACCOUNT, NEAR = "twice", "named", "account", "near"
"""Why a case should be seen: the same person has sent the same; somebody of this one is in another for the same, or the
other way round; somebody else gives the same account; the same person, home or household otherwise.
"""
WHY = (TWICE, NAMED, SAME_ACCOUNT, NEAR)
"""In order of what to check first."""


@dataclass(frozen=True)
class Neighbour:
    """Another case, what it shares with this one (kinds of `search.words`: PERSON, HOME and ACCOUNT), and why it should
    be seen.
    """

    case: Case
    shares: frozenset[str]
    why: str


def again(db: Connection, keys: Keys, reach: Wanted, case: Case) -> bool:
    """Whether something beside a case has to be looked at before it is decided."""
    return any(one.why != NEAR for one in beside(db, keys, reach, case, (words.PERSON, words.ACCOUNT)))


def beside(
    db: Connection,
    keys: Keys,
    reach: Wanted,
    case: Case,
    kinds: Sequence[str] = (words.PERSON, words.ACCOUNT, words.HOME),
) -> list[Neighbour]:
    """What lies beside a case in the departments in reach, in the order of WHY and the newest first; at most MOST."""
    mine = words.people(words.of(case))
    found: dict[str, Case] = {}
    for kind in kinds:
        terms = hashed(keys, case.municipality, [word for word in mine if word[0] == kind])
        if terms and reach.departments and len(found) < MOST:
            ids = db.scalars(sharing(reach, terms, case.id)).all()
            wanted = select(_cases).where(_c.municipality == case.municipality, _c.id.in_(ids))
            found |= {row.id: from_row(keys, row) for row in db.execute(wanted) if row.id not in found}
    newest = sorted(found.values(), key=lambda other: other.id, reverse=True)
    return sorted((_told(case, mine, other) for other in newest), key=lambda one: WHY.index(one.why))[:MOST]


def sharing(reach: Wanted, terms: list[int], but: str) -> Select[Any]:
    """The query for the newest cases that have one of the hashes, but not the case itself."""
    parts = [
        select(_t.about)
        .where(_t.municipality == reach.municipality, _t.term == term, _t.department == department)
        .where(or_(_t.about < but, _t.about > but))
        .order_by(_t.about.desc())
        .limit(MOST)
        .subquery(f"of_{n}_{m}")
        for n, department in enumerate(sorted(reach.departments))
        for m, term in enumerate(terms)
    ]
    merged = union(*(select(part.c.about) for part in parts)).subquery("merged")
    return select(merged.c.about).order_by(merged.c.about.desc()).limit(MOST)


def _told(case: Case, mine: frozenset[Word], other: Case) -> Neighbour:
    shares = frozenset(kind for kind, _ in mine & words.of(other))
    return Neighbour(other, shares, _why(case, other, shares))


def _why(case: Case, other: Case, shares: frozenset[str]) -> str:
    """What was taken back is nobody's second application."""
    again = other.service == case.service and other.status != WITHDRAWN
    if again and words.own(case) & words.own(other):
        return TWICE
    if again and words.PERSON in shares:
        return NAMED
    if words.ACCOUNT in shares and words.PERSON not in shares and other.status != WITHDRAWN:
        return SAME_ACCOUNT
    return NEAR
