"""The office moves a case along the table of moves; everybody is told, and nobody moves it elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import func, select

from portal.cases.case import by_id
from portal.cases.course import events
from portal.cases.course.change import Impossible, move
from portal.cases.status import MOVES, WITHDRAWN
from portal.delivery.outbox import EnvelopeRow
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.course.given import told, writing

pytestmark = pytest.mark.both_databases


def test_a_case_moves_and_the_feed_tells_it(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        about = writing(db, keys, now)
        case = about.case
        for to in ("checking", "asked", "checking", "accepted"):
            case = move(db, keys, replace(about, case=case), to, now)
            kept = by_id(db, keys, case.municipality, case.id)
            assert kept is not None
            assert kept.status == case.status == to
        moves = [(type, data["before"], data["status"]) for type, data in told(db)]
    assert moves == [
        (events.STATUS, "received", "checking"),
        (events.STATUS, "checking", "asked"),
        (events.STATUS, "asked", "checking"),
        (events.STATUS, "checking", "accepted"),
    ]


@pytest.mark.parametrize("status", MOVES)
def test_no_case_moves_where_the_table_has_no_move(database: Database, keys: Keys, now: datetime, status: str) -> None:
    with database.writing() as db:
        about = writing(db, keys, now)
        stood = replace(about, case=replace(about.case, status=status))
        for to in (MOVES.keys() - MOVES[status]) | {WITHDRAWN, "nowhere"}:
            with pytest.raises(Impossible) as refused:
                move(db, keys, stood, to, now)
            assert refused.value.moves == MOVES[status] - {WITHDRAWN}
        assert told(db) == []


def test_who_gave_an_address_is_told_of_the_decision_alone(database: Database, keys: Keys, now: datetime) -> None:
    letters = select(func.count()).select_from(rows(EnvelopeRow))
    with database.writing() as db:
        about = writing(db, keys, now, email="hanako@mail.example")
        checking = move(db, keys, about, "checking", now)
        assert db.execute(letters).scalar_one() == 0
        move(db, keys, replace(about, case=checking), "refused", now)
        assert db.execute(letters).scalar_one() == 1
