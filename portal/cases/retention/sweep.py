"""The sweep over a town: cases whose time is over are forgotten a few at a time, so that residents never wait for it.

Kept are cases that are not decided, and those of which it is not certain that the office has them. Each few are one
transaction with what is noted of them: broken off at any moment, the next sweep goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, Select, select, tuple_

from portal.cases.batch.mark import about
from portal.cases.batch.period import LENGTHS
from portal.cases.case import Case, CaseRow, from_row
from portal.cases.retention import run
from portal.cases.retention.forget import count, forget, tables
from portal.cases.retention.rule import due, shortest
from portal.cases.retention.run import ANONYMISED, DELETED, FORGOTTEN, KEPT, NOT_ARRIVED, OPEN, UNKNOWN, Report
from portal.cases.status import WITHDRAWN, undecided
from portal.catalogue import published
from portal.catalogue.version import Version
from portal.delivery.outbox import SETTLED
from portal.delivery.watch.standing import staying, traces
from portal.language.dates import JAPAN
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.database import Database, rows

AT_ONCE = 20
"""Cases of one transaction: files are overwritten as they go."""

_cases = rows(CaseRow)
_c = _cases.c
Behind = tuple[datetime, int]
"""When a case was received, and its place."""


@dataclass(frozen=True)
class Sweep:
    """One sweep over a town. Nothing is changed, and nothing noted, when it only looks."""

    database: Database
    keys: Keys
    municipality: str
    now: datetime
    looking: bool = False

    def go(self) -> Report:
        """What was forgotten, or would be, and what is kept though its time is over."""
        with self.database.reading() as db:
            versions = [one for of_it in published.every(db, self.municipality).values() for one in of_it]
            departments = self._all(db)
        if not self.looking:
            with self.database.writing() as db:
                run.begin(db, self.municipality, self.now)
        report: Report = Counter()
        for department in departments:
            for some in self._departments(department, versions):
                report += some
        if not self.looking:
            with self.database.writing() as db:
                run.end(db, self.municipality, self.now, run.only(report, KEPT))
        return report

    @cached_property
    def _about(self) -> Sequence[str]:
        with self.database.reading() as db:
            return tables(db)

    @cached_property
    def _coming(self) -> frozenset[str]:
        """What stands in the tables of batches that have not left: they would bring it after it is forgotten."""
        with self.database.reading() as db:
            batches = [about(department, every) for department in self._all(db) for every in LENGTHS]
            letters = [one for each in batches for one in staying(db, self.keys, self.municipality, each)]
        return frozenset(case for letter in letters for case in letter.hands_over)

    def _all(self, db: Connection) -> Sequence[str]:
        return db.scalars(select(_c.department).where(_c.municipality == self.municipality).distinct()).all()

    def _departments(self, department: str, versions: Sequence[Version]) -> Iterator[Report]:
        by_hash = {version.hash: version for version in versions}
        before = self.now - shortest(versions)
        behind: Behind | None = None
        while True:
            with self.database.reading() if self.looking else self.database.writing() as db:
                found = db.execute(some(self.municipality, department, before, behind)).all()
                report = self._some(db, found, by_hash)
            yield report
            if len(found) < AT_ONCE:
                return
            behind = (found[-1].received, found[-1].place)

    def _some(self, db: Connection, found: Sequence[Row[Any]], by_hash: Mapping[str, Version]) -> Report:
        judged = [(row, *self._judged(db, row, by_hash)) for row in found]
        report = Counter((row.service, outcome) for row, outcome, _ in judged if outcome)
        over = [(row, language) for row, outcome, language in judged if outcome in FORGOTTEN]
        if self.looking or not over:
            return report
        for row, language in over:
            if language:
                count(db, self.municipality, row.service, _day(row.received).isoformat(), language)
            forget(db, row, self._about)
        run.forgotten(db, self.municipality, self.now, run.only(report, FORGOTTEN))
        return report

    def _judged(self, db: Connection, row: Row[Any], by_hash: Mapping[str, Version]) -> tuple[str, str]:
        """What becomes of a case, "" for nothing yet; and the language it is counted under, "" for not at all."""
        try:
            case = from_row(self.keys, row)
            last = due(case, by_hash[case.version])
        except (Unreadable, KeyError):
            return UNKNOWN, ""
        if _day(self.now) < last.day:
            return "", ""
        if undecided(case.status):
            return OPEN, ""
        if not _arrived(db, case) or case.id in self._coming:
            return NOT_ARRIVED, ""
        return (ANONYMISED, case.language) if last.counted else (DELETED, "")


def some(municipality: str, department: str, before: datetime, behind: Behind | None) -> Select[Any]:
    """The query for a department's next oldest cases, received before a moment, behind the last one."""
    mine = [_c.municipality == municipality, _c.department == department, _c.received < before]
    if behind:
        mine.append(tuple_(_c.received, _c.place) > behind)
    wanted = select(_cases).where(*mine).order_by(_c.received, _c.place).limit(AT_ONCE)
    return wanted.with_for_update(skip_locked=True)


def _arrived(db: Connection, case: Case) -> bool:
    """Whether the office has it for certain, or need not have it any more, and no letter about it is still to leave."""
    known = case.acknowledged is not None or case.status == WITHDRAWN
    return known and all(letter.state in SETTLED for letter in traces(db, case.municipality, case.id))


def _day(moment: datetime) -> date:
    return moment.astimezone(JAPAN).date()
