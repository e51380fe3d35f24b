"""Found: the cases a clerk may see that fit what they look for, the newest first, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, exists, select, union

from portal.cases import case as cases
from portal.cases.case import Case, CaseRow, from_row
from portal.cases.inbox import Wanted
from portal.cases.search import words
from portal.cases.search.traces import CaseTraceRow, hashed
from portal.cases.search.typed import Sought
from portal.cases.search.words import BIRTH, PHONE, Word
from portal.security.keys import Keys
from portal.storage.database import rows

_traces, _cases = rows(CaseTraceRow), rows(CaseRow)
_c = _cases.c

Terms = Sequence[Sequence[int]]
"""Hashes: of each inner list one must fit."""


@dataclass(frozen=True)
class Found:
    """Some cases, the newest first; go on `before` the id of the last one where there is `more`."""

    cases: tuple[Case, ...]
    more: bool = False

    @property
    def before(self) -> str:
        """The id of the last case."""
        return self.cases[-1].id if self.cases else ""


def search(db: Connection, keys: Keys, reach: Wanted, sought: Sought, before: str = "") -> Found:
    """The next cases of the departments in reach, older than the one with the id `before`."""
    if sought.number and not before:
        one = cases.by_number(db, keys, reach.municipality, sought.number)
        if one and one.department in reach.departments:
            return Found((one,))
    terms = [hashed(keys, reach.municipality, some) for some in _wanted(sought)]
    return by_terms(db, keys, reach, terms, before)


def by_terms(db: Connection, keys: Keys, reach: Wanted, terms: Terms, before: str = "") -> Found:
    """The next cases that have one hash of each list."""
    if not terms or not reach.departments:
        return Found(())
    ids = db.scalars(listing(reach, terms, before)).all()
    wanted = select(_cases).where(_c.municipality == reach.municipality, _c.id.in_(ids[: reach.limit]))
    found = sorted((from_row(keys, row) for row in db.execute(wanted)), key=lambda one: one.id, reverse=True)
    return Found(tuple(found), len(ids) > reach.limit)


def listing(reach: Wanted, terms: Terms, before: str = "") -> Select[Any]:
    """The query for the ids of a page, one more than wanted: each hash of the first list is a range of the key for each
    department, and what is found there is held against the other lists.
    """
    first, *others = terms
    of_each = [
        _range(reach, (term, department), others, before).subquery(f"of_{n}_{m}")
        for n, department in enumerate(sorted(reach.departments))
        for m, term in enumerate(first)
    ]
    merged = union(*(select(each.c.about) for each in of_each)).subquery("merged")
    return select(merged.c.about).order_by(merged.c.about.desc()).limit(reach.limit + 1)


def _range(reach: Wanted, of: tuple[int, str], others: Terms, before: str) -> Select[Any]:
    term, department = of
    here = _traces.alias("here")
    mine = [here.c.municipality == reach.municipality, here.c.term == term, here.c.department == department]
    if before:
        mine.append(here.c.about < before)
    for n, each in enumerate(others):
        there = _traces.alias(f"there_{n}")
        same = (there.c.municipality == here.c.municipality, there.c.department == department)
        mine.append(exists().where(*same, there.c.term.in_(each), there.c.about == here.c.about))
    return select(here.c.about).where(*mine).order_by(here.c.about.desc()).limit(reach.limit + 1)


def _wanted(sought: Sought) -> list[frozenset[Word]]:
    """What must fit, the rarest first: a telephone is a household's, a day a few people's, a name's may be many."""
    told = [(PHONE, sought.phone), (BIRTH, sought.birth_date)]
    found = [frozenset({word}) for word in told if word[1]]
    return [*found, words.named(sought.name)] if words.named(sought.name) else found
