"""The operator sees at which department something waits or is stuck, and what."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest

from portal.delivery import outbox
from portal.delivery.envelope import EMAIL
from portal.delivery.outbox import lease, post
from portal.delivery.watch.picture import Place, places, stuck
from portal.delivery.way import Passing
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.delivery.given import TOWN, envelope

pytestmark = pytest.mark.both_databases


def test_each_department_has_its_figures_and_what_needs_a_hand_comes_first(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        assert places(db) == []
        for n, department in enumerate(("care", "welfare", "welfare", "welfare", "residents")):
            post(db, keys, envelope(id=str(n), about=f"case-{n}", department=department), now + timedelta(minutes=n))
        care, vain, refused, _, left = lease(db, now + timedelta(hours=1), 5)
        outbox.put_off(db, vain, Passing("connect 421"), now, Random(1))
        outbox.put_off(db, care, Passing("sending timeout"), now, Random(1))
        outbox.set_aside(db, refused, "RCPT 550", now)
        outbox.delivered(db, left, now)
        assert places(db) == [
            Place(TOWN, "care", EMAIL, 1, 1, now, 0),
            Place(TOWN, "welfare", EMAIL, 2, 1, now + timedelta(minutes=1), 1),
        ]
        assert [one.id for one in stuck(db, 9)] == [refused.id, care.id, vain.id]
        assert [one.last_error for one in stuck(db, 2)] == ["RCPT 550", "sending timeout"]
