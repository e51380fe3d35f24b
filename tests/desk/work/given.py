"""Cases in a town hall, and clerks who work on them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from starlette.testclient import TestClient

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.sent import Flag
from tests.cases.given import sent
from tests.desk.given import DESK, HERE, TownHall

CASES = f"{DESK}/cases"
DOUBT = Flag("kana-only", "name", None, "名前が、かなだけです。")
CLERK = {"welfare": ["clerk"]}


def kept(hall: TownHall, key: str = "draft-1", days: float = 0, **changes: Any) -> Case:
    """A case that came so many days ago."""
    with hall.database.writing() as db:
        return cases.opened(db, hall.keys, sent(key=key, **changes), hall.now - timedelta(days=days))


def again(hall: TownHall, case: Case) -> Case:
    """The case as it is now."""
    with hall.database.reading() as db:
        found = cases.by_id(db, hall.keys, HERE, case.id)
    assert found is not None
    return found


def changed(hall: TownHall, case: Case, **values: Any) -> None:
    """Change what of a case may change."""
    with hall.database.writing() as db:
        cases.change(db, HERE, case.id, **values)


def clerk(hall: TownHall, **roles: list[str]) -> TestClient:
    """A browser with a clerk of the welfare department in it, or of others."""
    return hall.inside(hall.person(roles or CLERK))
