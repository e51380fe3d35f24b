"""A clerk at work on cases of a town."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from portal.cases.case import Case, by_id, opened
from portal.cases.inbox import Wanted
from portal.cases.letters.resident import Writing
from portal.cases.sent import Flag
from portal.cases.talk.waiting import Whose
from portal.cases.work.hold import Act
from portal.security.keys import Keys
from tests.cases.given import KASUMIGAHAMA, TOWN, sent

REACH = Wanted(municipality=TOWN, departments=frozenset({"welfare"}))
OTHERS = Wanted(municipality=TOWN, departments=frozenset({"residents"}))
DOUBT = Flag("kana-only", "name", None, "名前が、かなだけです。")
HOUR = timedelta(hours=1)


def case(db: Connection, keys: Keys, now: datetime, **changes: Any) -> Case:
    """A new case."""
    return opened(db, keys, sent(**changes), now)


def other(n: int) -> dict[str, Any]:
    """What makes an application somebody else's, who has nothing to do with anybody."""
    return {"key": f"other{n}", "birth_date": f"19{n:02}-01-01", "answers": ()}


def act(one: Case, now: datetime, reach: Wanted = REACH, by: str = "s1") -> Act:
    """What a clerk does an hour later about a case they have seen."""
    return Act(reach, one.id, one.revision, by, now + HOUR)


def writing(one: Case) -> Writing:
    """What a letter about it needs."""
    return Writing(one, KASUMIGAHAMA, None, "https://portal.example")


def again(db: Connection, keys: Keys, one: Case) -> Case:
    """The case as it is now."""
    found = by_id(db, keys, one.municipality, one.id)
    assert found is not None
    return found


def whose(one: Case) -> Whose:
    """It, with its town."""
    return Whose(one, KASUMIGAHAMA, "https://portal.example")
