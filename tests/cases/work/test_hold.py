"""Only who may see a case, and has seen it as it is, holds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from portal.cases.case import change
from portal.cases.work.hold import Overtaken, Unknown, held, seen
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN
from tests.cases.work.given import OTHERS, act, again, case

pytestmark = pytest.mark.both_databases


def test_a_case_seen_as_it_is_is_held(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        assert held(db, keys, act(one, now)) == seen(db, keys, act(one, now)) == one


def test_one_seen_before_it_changed_is_not(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        one = case(db, keys, now)
        change(db, TOWN, one.id, assignee="s2")
        now_it_is = again(db, keys, one)
        assert seen(db, keys, act(one, now)) == now_it_is
        with pytest.raises(Overtaken) as told:
            held(db, keys, act(one, now))
        assert told.value.case == now_it_is
        assert now_it_is.assignee == "s2"


@pytest.mark.parametrize("look", [held, seen])
def test_one_out_of_reach_is_unknown(database: Database, keys: Keys, now: datetime, look: Callable[..., Any]) -> None:
    with database.writing() as db:
        one = act(case(db, keys, now), now)
        for wrong in (replace(one, reach=OTHERS), replace(one, id="0" * 32)):
            with pytest.raises(Unknown):
                look(db, keys, wrong)
