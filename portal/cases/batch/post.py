"""Posting a batch: the cases since the last one, once for each period, whoever comes first.

It goes on behind the last case of the batch before, in the order of the commits, so that none is missed or comes twice
though the machine was off for days. Many cases go as several mails, each in a transaction of its own with the note that
it was posted: who is killed is taken over from there. A period without cases has a mail that says so: a department that
waits for it each morning notices when it stays away. Only the first start says nothing where there is nothing: nobody
waits yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, func, select

from portal.cases import inbox
from portal.cases.batch import mark as marks
from portal.cases.batch.mail import mail
from portal.cases.batch.mark import Mark, Office
from portal.cases.batch.period import LENGTHS, last_due
from portal.cases.case import CaseRow
from portal.cases.exports import walk
from portal.catalogue import published
from portal.delivery import outbox
from portal.delivery.envelope import Envelope
from portal.municipalities import Municipality
from portal.municipalities.delivery import Batch
from portal.security.keys import Keys
from portal.storage.database import Database, rows

_cases = rows(CaseRow)
_c = _cases.c


def post(database: Database, keys: Keys, town: Municipality, now: datetime) -> int:
    """Post whatever batches of a town are due and were not posted before; how many mails it was."""
    posted = 0
    for office in _offices(town):
        due = last_due(office.batch, now)
        while found := _next(database, keys, office, due):
            mark, letter = found
            with database.writing() as db:
                if not marks.note(db, office, mark):
                    break  # another machine was first, and goes on
                if letter:
                    outbox.post(db, keys, letter, now)
                    posted += 1
    return posted


def _offices(town: Municipality) -> Iterator[Office]:
    for name, department in town.departments.items():
        for channel in department.delivery:
            if isinstance(channel, Batch):
                yield Office(town, name, channel)


def _next(database: Database, keys: Keys, office: Office, due: datetime) -> tuple[Mark, Envelope | None] | None:
    """The next mail of a batch; None when all were posted, and no letter when it turns out that no more follow."""
    with database.reading() as db:
        before = marks.newest(db, office)
        if before and before.due >= due and not before.more:
            return None
        after = before.place if before else _beginning(db, office, due)
        found = db.execute(walk.some(_all_of(office), after, _newest(db, office))).all()
        some = walk.told(db, keys, found)
        versions = published.every(db, office.town.code) if found else {}
    follows = before is not None and before.more
    mark = Mark(
        due=before.due if before and follows else due,
        part=before.part + 1 if before and follows else 1,
        place=found[-1].place if found else after,
        more=len(found) == walk.AT_ONCE,
    )
    awaited = before is not None and mark.part == 1
    return mark, mail(office, mark, some, versions) if found or awaited else None


def _beginning(db: Connection, office: Office, due: datetime) -> int:
    """Before the first batch, the cases of one period are new."""
    since = due - LENGTHS[office.batch.every]
    return db.execute(inbox.start(office.town.code, office.department, since)).scalar() or 0


def _all_of(office: Office) -> walk.Wanted:
    return walk.Wanted(municipality=office.town.code, departments=frozenset({office.department}))


def _newest(db: Connection, office: Office) -> int:
    """The place of the town's last case."""
    return db.execute(select(func.max(_c.place)).where(_c.municipality == office.town.code)).scalar() or 0
