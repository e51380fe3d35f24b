"""An operator sends again what was set aside, to another address if need be; what has left is forgotten in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text

from portal.delivery import outbox
from portal.delivery.envelope import Envelope
from portal.delivery.outbox import EnvelopeRow, lease, post
from portal.delivery.watch.mending import Gone, aside, discard, forget, send_again, town_of
from portal.delivery.watch.picture import discarded
from portal.delivery.watch.standing import traces
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.database import Database, rows
from tests.delivery.given import TOWN, envelope

pytestmark = pytest.mark.both_databases
DAY = timedelta(days=1)


def unchanged(one: Envelope) -> Envelope:
    return one


def test_what_was_set_aside_goes_out_again_to_the_address_of_now(database: Database, keys: Keys, now: datetime) -> None:
    letter = envelope()
    with database.writing() as db:
        post(db, keys, letter, now)
        with pytest.raises(Gone, match="goes by itself"):
            send_again(db, keys, (TOWN, letter.id), unchanged, now)
        (leased,) = lease(db, now, 1)
        outbox.set_aside(db, leased, "RCPT 550", now)
        assert aside(db, TOWN) == [letter.id]
        assert aside(db, "990027") == []
        with pytest.raises(Gone, match="no such"):
            send_again(db, keys, ("990027", letter.id), unchanged, now)
        send_again(db, keys, (TOWN, letter.id), lambda one: replace(one, to="new@town.example"), now)
        (again,) = lease(db, now, 1)
    assert again.opened(keys) == replace(letter, to="new@town.example")
    assert again.tries == 1


def test_what_has_left_can_leave_again_until_it_is_forgotten(database: Database, keys: Keys, now: datetime) -> None:
    letter = envelope()
    with database.writing() as db:
        post(db, keys, letter, now)
        outbox.delivered(db, lease(db, now, 1)[0], now)
        send_again(db, keys, (TOWN, letter.id), unchanged, now)
        outbox.delivered(db, lease(db, now, 1)[0], now)
        assert forget(db, TOWN, now + DAY, 9) == 1
        with pytest.raises(Gone, match="forgotten"):
            send_again(db, keys, (TOWN, letter.id), unchanged, now)


def test_what_is_discarded_goes_no_more_says_why_and_holds_up_nobody(
    database: Database, keys: Keys, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    letter = envelope()
    with database.writing() as db:
        post(db, keys, letter, now)
        with pytest.raises(Gone, match="it is waiting"):
            discard(db, (TOWN, letter.id), "no", now)
        outbox.set_aside(db, lease(db, now, 1)[0], "DATA 554", now)
        assert town_of(db, ["990027", TOWN], letter.id) == TOWN
        with pytest.raises(Gone, match="no such"):
            town_of(db, ["990027"], letter.id)
        with pytest.raises(Gone, match="no such"):
            discard(db, ("990027", letter.id), "no", now)
        assert discard(db, (TOWN, letter.id), "told by telephone", now) == letter.about
        assert (aside(db, TOWN), lease(db, now + DAY, 9)) == ([], [])
        (told,) = discarded(db, 9)
        assert (told.id, told.last_error) == (letter.id, "discarded: told by telephone (DATA 554)")
        with pytest.raises(Gone, match="it is discarded"):
            discard(db, (TOWN, letter.id), "again", now)
        send_again(db, keys, (TOWN, letter.id), unchanged, now)
        assert discarded(db, 9) == []
        outbox.set_aside(db, lease(db, now, 1)[0], "DATA 554", now)
        discard(db, (TOWN, letter.id), "told by telephone", now)
        assert forget(db, TOWN, now + DAY, 9) == 1
        assert [one.state for one in traces(db, TOWN, letter.about)] == ["discarded"]
    assert caplog.text.count("told by telephone") == 2


def test_only_what_was_delivered_long_ago_is_forgotten_and_its_trace_stays(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        for about in ("1 delivered", "2 aside", "3 waiting", "4 late"):
            post(db, keys, envelope(id=about, about=about), now)
        first, second, _, fourth = lease(db, now, 4)
        outbox.delivered(db, first, now)
        outbox.set_aside(db, second, "550", now)
        outbox.delivered(db, fourth, now + 2 * DAY)
        assert forget(db, "990027", now + DAY, 9) == 0
        assert [forget(db, TOWN, now + DAY, 9) for _ in range(2)] == [1, 0]
        table = rows(EnvelopeRow)
        kept = {row.about for row in db.execute(select(table)) if row.sealed}
        assert kept == {"2 aside", "3 waiting", "4 late"}
        assert [one.state for one in traces(db, TOWN, "1 delivered")] == ["delivered"]


def test_another_key_opens_nothing_and_changes_nothing(
    database: Database, keys: Keys, now: datetime, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with database.writing() as db:
        post(db, keys, envelope(), now)
        (leased,) = lease(db, now, 1)
        outbox.set_aside(db, leased, "Unreadable", now)
        with pytest.raises(Unreadable):
            send_again(db, Keys.load(tmp_path_factory.mktemp("other")), (TOWN, leased.id), unchanged, now)
        assert aside(db, TOWN) == [leased.id]


def test_forgetting_goes_by_its_index(database: Database, now: datetime) -> None:
    with database.writing() as db:
        if not database.is_sqlite:
            db.execute(text("SET LOCAL enable_seqscan = off"))
        explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
        query = f"SELECT id FROM envelopes WHERE municipality = 'a' AND ended < 9 AND {outbox.KEPT} LIMIT 9"
        plan = "\n".join(str(row[-1]) for row in db.exec_driver_sql(f"{explain} {query}"))
    assert "envelopes_kept" in plan
