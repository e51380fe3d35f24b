"""Whose turn a case is goes by where it stands; whoever waits for a call or an answer comes first, and stays."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.cases import turn
from portal.cases.case import by_id, change, opened, stands
from portal.cases.sent import Flag
from portal.cases.status import DECIDED, MOVES, WITHDRAWN
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import sent

DOUBT = Flag("kana-only", "name", None, "名前が、かなだけです。")
LATER = timedelta(hours=3)


@pytest.mark.parametrize("status", MOVES)
def test_every_status_has_its_turn(status: str) -> None:
    over = status in DECIDED | {WITHDRAWN}
    assert (turn.of(status, 0) == turn.NOTHING) == over
    assert {turn.of(status, 0), turn.of(status, 2)} <= {turn.NOTHING, *turn.possible(status)}


@pytest.mark.both_databases
def test_what_is_doubtful_comes_before_what_is_clean(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        clean, doubtful = (opened(db, keys, sent(key=str(f), flags=f), now) for f in ((), (DOUBT,)))
        assert (clean.turn, doubtful.turn) == (turn.NEW, turn.FLAGGED)
        assert doubtful.turn < clean.turn
        assert (doubtful.flagged, doubtful.turned) == (1, now)
        assert by_id(db, keys, clean.municipality, doubtful.id) == doubtful


@pytest.mark.both_databases
def test_the_turn_goes_with_the_status(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = opened(db, keys, sent(flags=(DOUBT,)), now)
        for n, (status, its) in enumerate((("checking", turn.ON), ("asked", turn.ASKED), ("refused", turn.NOTHING)), 1):
            stands(db, case, status, now + LATER * n)
            found = by_id(db, keys, case.municipality, case.id)
            assert found is not None
            assert (found.status, found.turn, found.turned) == (status, its, now + LATER * n)
            assert found.revision == n


@pytest.mark.both_databases
def test_whoever_waits_goes_on_waiting(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        case = opened(db, keys, sent(), now)
        change(db, case.municipality, case.id, turn=turn.CALL, turned=now)
        stands(db, case, "accepted", now + LATER)
        found = by_id(db, keys, case.municipality, case.id)
    assert found is not None
    assert (found.status, found.turn, found.turned) == ("accepted", turn.CALL, now)
