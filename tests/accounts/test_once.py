"""The same request is answered once; another under its key is told so; what died is taken up again."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from portal.accounts import once
from portal.accounts.once import KEPT_FOR, WORKS_FOR, OtherBody, Request, UnderWay, begin, give_up, keep, sweep
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.accounts.given import system

pytestmark = pytest.mark.both_databases


def test_a_request_and_its_second_coming(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        client = system(db, now, ["welfare"])
        request = Request.of(client, "k1", "POST /x", b"{}")
        assert begin(db, keys, request, now) is None
        with pytest.raises(UnderWay):
            begin(db, keys, request, now)
        keep(db, keys, request, b"answer")
        assert begin(db, keys, request, now) == b"answer"
        for asked, body in (("POST /x", b"[]"), ("POST /y", b"{}")):
            with pytest.raises(OtherBody):
                begin(db, keys, Request.of(client, "k1", asked, body), now)


def test_keys_are_each_systems_own(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        mine, other = (Request.of(system(db, now, ["welfare"]), "k", "POST /x", b"") for _ in range(2))
        assert begin(db, keys, mine, now) is None
        assert begin(db, keys, other, now) is None
        assert mine.id != other.id


def test_what_died_is_taken_up_again_and_what_failed_at_once(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        request = Request.of(system(db, now, ["welfare"]), "k", "POST /x", b"")
        assert begin(db, keys, request, now) is None
        assert begin(db, keys, request, now + WORKS_FOR) is None
        with pytest.raises(UnderWay):
            begin(db, keys, request, now + WORKS_FOR + timedelta(seconds=1))
        give_up(db, request)
        assert begin(db, keys, request, now) is None


def test_answers_are_forgotten_after_their_days(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        request = Request.of(system(db, now, ["welfare"]), "k", "POST /x", b"")
        begin(db, keys, request, now)
        keep(db, keys, request, b"answer")
        sweep(db, "990019", now + KEPT_FOR)
        assert begin(db, keys, request, now) == b"answer"
        sweep(db, "990019", now + KEPT_FOR + timedelta(seconds=1))
        assert begin(db, keys, request, now) is None


def test_what_comes_of_a_request_is_known_by_its_body_too(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        client = system(db, now, ["welfare"])
    first, again, other = (Request.of(client, "k", "POST /x", body) for body in (b"1", b"1", b"2"))
    assert first.work == again.work != other.work
    assert first.id == other.id


def test_a_place_given_up_at_the_same_moment_is_free_next_time(
    database: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.writing() as db:
        request = Request.of(system(db, now, ["welfare"]), "k", "POST /x", b"")
        begin(db, keys, request, now)
        insert = once._insert(db.dialect.name)
        taken = insert.run(db, {**vars(request), "at": 0, "sealed": None})  # finds the place taken
        give_up(db, request)
        monkeypatch.setattr(once, "_insert", lambda _: SimpleNamespace(run=lambda *_: taken))
        with pytest.raises(UnderWay):
            begin(db, keys, request, now)
        monkeypatch.undo()
        assert begin(db, keys, request, now) is None
