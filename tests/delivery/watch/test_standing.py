"""The operator sees what waits, how long, and what needs a person."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest

from portal.delivery import outbox
from portal.delivery.envelope import EMAIL, PUSH, WEBHOOK
from portal.delivery.outbox import lease, post
from portal.delivery.watch.standing import Standing, standing, traces
from portal.delivery.way import Passing
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.delivery.given import TOWN, envelope

pytestmark = pytest.mark.both_databases


def test_an_empty_outbox_is_at_rest(database: Database, now: datetime) -> None:
    with database.reading() as db:
        assert standing(db, now) == dict.fromkeys((EMAIL, WEBHOOK, PUSH), Standing())


def test_what_is_open_and_what_is_set_aside_is_counted(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        for about in "abcd":
            post(db, keys, envelope(about=about), now)
        one, two, three, _ = lease(db, now, 4)
        outbox.delivered(db, one, now)
        outbox.set_aside(db, two, "RCPT 550", now)
        outbox.put_off(db, three, Passing("connect 421"), now, Random(1))
        found = standing(db, now + timedelta(minutes=3))
        assert found[EMAIL] == Standing(2, 1, timedelta(minutes=3), 1)
        assert found[WEBHOOK] == Standing()


def test_the_trace_of_a_cases_letters(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        post(db, keys, envelope(), now)
        post(db, keys, envelope(about="other"), now)
        (leased,) = [one for one in lease(db, now, 2) if one.opened(keys).about == "case-1"]
        outbox.set_aside(db, leased, "RCPT 550 5.1.1", now)
        (trace,) = traces(db, TOWN, "case-1")
        assert (trace.state, trace.tries, trace.last_error) == ("set_aside", 1, "RCPT 550 5.1.1")
        assert (trace.posted, trace.ended) == (now, now)
        assert traces(db, "990027", "case-1") == []
