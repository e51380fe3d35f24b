"""Counting: the events of a town since the last time, a few at a time, into the tally; broken off, it goes on.

What is counted of a case is read while nobody waits for it; adding it up is one short transaction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from portal.cases.case import Case, by_id
from portal.cases.course.events import ARRIVED, STATUS, TAKEN_BACK, CaseEventRow, Event, from_row
from portal.cases.figures import tally
from portal.cases.figures.tally import ALOUD, ANSWERED, DOUBTED, KEPT, LANGUAGE, RETURNED, SENT, TEXT, One, day_of
from portal.cases.sent import PAPER
from portal.cases.status import DECIDED, WITHDRAWN
from portal.consent import bundle
from portal.language.dates import JAPAN
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.database import Database, rows

AT_ONCE = 100
"""Events read, and added up, at once."""
MOST = 10_000
"""Events of a town in one go: what has piled up before is counted in the hours after, beside the residents' pages."""
ASKED, REFUSED = "asked", "refused"
READ = "read"
"""Somebody heard the pages, from this machine or from the person beside them."""

_events = rows(CaseEventRow)
_e = _events.c


def count(database: Database, keys: Keys, municipality: str, now: datetime) -> int:
    """Count what has happened in a town; how many events it was."""
    done = 0
    while done < MOST:
        with database.reading() as db:
            before, _ = tally.counted(db, municipality)
            found = db.execute(some(municipality, before)).all()
            numbers = Counter(one for each in _of(db, keys, municipality, found) for one in each)
        upto = (before, found[-1].place if found else before, now)
        with database.writing() as db:
            if not tally.add(db, municipality, _young(numbers, now), upto):
                return done
        done += len(found)
        if len(found) < AT_ONCE:
            break
    with database.writing() as db:
        tally.sweep(db, municipality, now)
    return done


def some(municipality: str, after: int) -> Select[Any]:
    """The query for the next events."""
    mine = (_e.municipality == municipality, _e.place > after)
    return select(_events).where(*mine).order_by(_e.place).limit(AT_ONCE)


def _of(db: Connection, keys: Keys, municipality: str, found: Sequence[Row[Any]]) -> Iterator[Iterator[One]]:
    """The numbers of each event; a case that is forgotten, or whose key nobody has, cannot be counted any more."""
    for event in map(from_row, found):
        if event.type not in {ARRIVED, STATUS, TAKEN_BACK}:
            continue
        try:
            case = by_id(db, keys, municipality, event.about)
        except Unreadable:
            continue
        if case:
            yield _numbers(case, event)


def _numbers(case: Case, event: Event) -> Iterator[One]:
    def one(what: str, of: str) -> One:
        return One(event.department, case.service, day_of(event.at), what, of)

    if event.type == ARRIVED:
        yield one(SENT, case.channel)
        yield one(LANGUAGE, case.language)
        size, aloud = _read(case)
        yield from (one(TEXT, size), one(ALOUD, aloud))
    elif event.type == TAKEN_BACK:
        yield one(RETURNED, WITHDRAWN)
    elif event.data["status"] == ASKED:
        yield one(RETURNED, ASKED)
        yield from (one(DOUBTED, answer) for answer in {flag.answer for flag in case.flags} or {""})
    elif event.data["status"] in DECIDED:
        days = (event.at.astimezone(JAPAN).date() - case.received.astimezone(JAPAN).date()).days
        yield one(ANSWERED, str(days))
        if event.data["status"] == REFUSED:
            yield one(RETURNED, REFUSED)


def _read(case: Case) -> tuple[str, str]:
    """The text size (%) and whether it was read aloud, as its record of consent says; of paper nobody knows."""
    record = next(iter(bundle.records(case.consent)), {})
    how = record.get("accessibility") if case.channel != PAPER else None
    if how is None:
        return "", ""
    return str(how["text_scale"]), READ if how["aloud"] else "off"


def _young(numbers: Counter[One], now: datetime) -> dict[One, int]:
    first = day_of(now - KEPT)
    return {one: n for one, n in numbers.items() if one.day >= first}
