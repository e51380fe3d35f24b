"""Calls: somebody wants to be called, at a time that suits them; the office sees whom to call next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, func, insert, select, text, tuple_, union_all, update

from portal.answers.phone import grouped
from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.course.events import CALL_WANTED
from portal.cases.course.messages import legible
from portal.cases.inbox import Wanted
from portal.cases.letters.channels import News, tell
from portal.cases.letters.department import of_call
from portal.cases.letters.wording import day_shown
from portal.cases.talk.waiting import NOT_CALLED, CaseCallRow, Whose, known, settle
from portal.cases.work import deeds
from portal.cases.work.hold import Act, Overtaken, Unknown, seen
from portal.language.dates import JAPAN
from portal.security.keys import Keys
from portal.storage.database import rows

MORNING, AFTERNOON, ANY = "morning", "afternoon", "any"
BEGINS: Mapping[str, time] = {MORNING: time(9), AFTERNOON: time(13), ANY: time(9)}
"""When each part of a day begins, in Japan."""
PARTS: Mapping[str, str] = {MORNING: "午前", AFTERNOON: "午後", ANY: "いつでも"}
TALKED, AWAY, NO_NEED = "talked", "away", "no-need"
"""What came of a call: they spoke; nobody answered, so it is tried again; it has settled itself."""
AGAIN = timedelta(hours=2)
"""Until a call that nobody answered is due once more."""
LONGEST = 300
"""Signs of what somebody wants to speak about."""


@dataclass(frozen=True)
class Wish:
    """To be called at a number, on a day and in a part of it (a key of BEGINS; no day is as soon as can be), about
    something in their own words. The id, made by whoever shows the page, keeps it from being sent twice.
    """

    id: str
    at: datetime
    phone: str
    day: date | None = None
    part: str = ANY
    about: str = ""

    @property
    def due(self) -> datetime:
        """From when on they want to be called."""
        if self.day is None:
            return self.at
        return max(self.at, datetime.combine(self.day, BEGINS[self.part], JAPAN))


@dataclass(frozen=True)
class Call:
    """A wish about a case (its id), from when on it is due, how often it was tried in vain, and when it was done."""

    wish: Wish
    case: str
    department: str
    due: datetime
    tries: int
    done: datetime | None


class After(NamedTuple):
    """A place in the queue: to go on behind it."""

    due: datetime
    id: str


_calls = rows(CaseCallRow)
_l = _calls.c


def ask(db: Connection, keys: Keys, whose: Whose, wish: Wish) -> None:
    """Keep a wish in the caller's transaction, once for each id; the office is told. A newer one takes the place of one
    that still waits.
    """
    case = whose.case
    current = cases.held(db, keys, case.municipality, case.id)
    if current is None or _one(db, case.municipality, wish.id):
        return
    waits = (_l.municipality == case.municipality, _l.about == case.id, _l.done.is_(None))
    db.execute(update(_calls).where(*waits).values(done=wish.at))
    told = {"phone": wish.phone, "day": wish.day.isoformat() if wish.day else "", "part": wish.part}
    plain = json.dumps({**told, "about": legible(wish.about)[:LONGEST]}).encode()
    row: dict[str, Any] = {
        "municipality": case.municipality,
        "id": wish.id,
        "about": case.id,
        "department": case.department,
    }
    row |= {"asked": wish.at, "due": wish.due, "tries": 0}
    db.execute(insert(_calls).values({**row, "sealed": keys.town(case.municipality).seal(plain, _seal(wish.id))}))
    settle(db, current, wish.at)
    words = {"phone": grouped(wish.phone), "wish": wish_shown(wish), "words": legible(wish.about)[:LONGEST]}
    letter = of_call(current, whose.town, words, known(db, keys, current))
    tell(db, keys, News(current, whose.town, CALL_WANTED, letter, whose.portal), wish.at)


def wish_shown(wish: Wish) -> str:
    """When somebody wants to be called, as a clerk reads it."""
    if wish.day:
        return f"{day_shown(wish.day)} {PARTS[wish.part]}"
    return "早いほどよい" if wish.part == ANY else f"早いほどよい（{PARTS[wish.part]}）"


def queue(db: Connection, keys: Keys, reach: Wanted, behind: After | None = None) -> list[Call]:
    """Whom to call, whoever is due first before the others; at most `reach.limit`."""
    return [_of(keys, row) for row in db.execute(listing(reach, behind))] if reach.departments else []


def listing(reach: Wanted, behind: After | None = None) -> Select[Any]:
    """The query: a range of the index of the open calls for each department, merged."""
    mine: list[Any] = [_l.municipality == reach.municipality, text(NOT_CALLED)]
    if behind:
        mine.append(tuple_(_l.due, _l.id) > (behind.due, behind.id))
    parts = [
        select(_calls)
        .where(*mine, _l.department == department)
        .order_by(_l.due, _l.id)
        .limit(reach.limit)
        .subquery(f"of_{n}")
        for n, department in enumerate(sorted(reach.departments))
    ]
    merged = union_all(*(select(part) for part in parts)).subquery("merged")
    return select(merged).order_by(merged.c.due, merged.c.id).limit(reach.limit)


def many(db: Connection, reach: Wanted, most: int) -> int:
    """How many wait to be called; `most` where they are as many or more."""
    return min(db.execute(counting(reach, most)).scalar_one(), most) if reach.departments else 0


def counting(reach: Wanted, most: int) -> Select[Any]:
    """The query: a bounded range of the same index for each department."""
    mine = select(_l.id).where(_l.municipality == reach.municipality, text(NOT_CALLED)).limit(most)
    parts = [mine.where(_l.department == one).subquery(f"of_{n}") for n, one in enumerate(sorted(reach.departments))]
    return select(func.count()).select_from(union_all(*(select(part) for part in parts)).subquery("merged"))


def called(db: Connection, keys: Keys, act: Act, id: str, outcome: str) -> None:
    """A clerk has called, or tried to: TALKED, AWAY or NO_NEED. Raises Unknown; Overtaken where it was done."""
    case = seen(db, keys, act)
    row = _one(db, case.municipality, id)
    if row is None or row.about != case.id:
        raise Unknown(id)
    if row.done:
        raise Overtaken(case)
    again = {"tries": row.tries + 1, "due": act.now + AGAIN}
    values = again if outcome == AWAY else {"done": act.now}
    db.execute(update(_calls).where(_l.municipality == case.municipality, _l.id == id).values(**values))
    deeds.note(db, act, deeds.CALLED, outcome=outcome)
    settle(db, case, act.now)


def reopen(db: Connection, keys: Keys, act: Act, id: str) -> None:
    """A clerk says that a call is not done after all: it waits again, from when it did before.

    Raises Unknown; Overtaken where it waits already, or where another was wished for since.
    """
    case = seen(db, keys, act)
    wished = of_case(db, keys, case)
    if id not in {call.wish.id for call in wished}:
        raise Unknown(id)
    if over(wished) != id:
        raise Overtaken(case)
    db.execute(update(_calls).where(_l.municipality == case.municipality, _l.id == id).values(done=None))
    deeds.note(db, act, deeds.CALL_OPEN)
    settle(db, case, act.now)


def over(wished: Sequence[Call]) -> str:
    """The id of the newest wish about a case, the one that can wait again, where it is done; else ""."""
    return wished[-1].wish.id if wished and wished[-1].done else ""


def of_case(db: Connection, keys: Keys, case: Case) -> list[Call]:
    """Every wish to be called about a case, oldest first."""
    mine = (_l.municipality == case.municipality, _l.about == case.id)
    return [_of(keys, row) for row in db.execute(select(_calls).where(*mine).order_by(_l.asked, _l.id))]


def _one(db: Connection, municipality: str, id: str) -> Row[Any] | None:
    return db.execute(select(_calls).where(_l.municipality == municipality, _l.id == id)).one_or_none()


def _of(keys: Keys, row: Row[Any]) -> Call:
    told = json.loads(keys.town(row.municipality).open(row.sealed, _seal(row.id)))
    day = date.fromisoformat(told["day"]) if told["day"] else None
    wish = Wish(row.id, row.asked, told["phone"], day, told["part"], told["about"])
    return Call(wish, row.about, row.department, row.due, row.tries, row.done)


def _seal(id: str) -> str:
    return f"call:{id}"
