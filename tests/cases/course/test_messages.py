"""A message is kept sealed, once, and stands where the resident reads it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from portal.cases.course import events
from portal.cases.course.messages import CaseMessageRow, Message, legible, of_case, write
from portal.delivery.outbox import EnvelopeRow
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.course.given import told, writing

pytestmark = pytest.mark.both_databases


def test_messages_are_read_in_order(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        about, other = writing(db, keys, now), writing(db, keys, now, key="other")
        second = Message("b" * 32, now + timedelta(hours=1), "もう一度")
        first = Message("c" * 32, now, "写真が\nぼやけていました。")
        assert write(db, keys, about, second) == second
        assert write(db, keys, about, first) == first
        assert of_case(db, keys, about.case) == [first, second]
        assert of_case(db, keys, other.case) == []


def test_the_same_twice_is_one_message(database: Database, keys: Keys, now: datetime) -> None:
    letters = select(func.count()).select_from(rows(EnvelopeRow))
    with database.writing() as db:
        about = writing(db, keys, now, email="hanako@mail.example")
        for at in (now, now + timedelta(minutes=1)):
            kept = write(db, keys, about, Message("b" * 32, at, "こんにちは"))
            assert kept.at == now
        assert told(db) == [(events.MESSAGE, {"message": "b" * 32})]
        assert db.execute(letters).scalar_one() == 1


def test_it_is_sealed(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        write(db, keys, writing(db, keys, now), Message("b" * 32, now, "secret words"))
        row = db.execute(select(rows(CaseMessageRow))).one()
    assert b"secret" not in bytes(row.sealed)


@pytest.mark.parametrize(
    ("typed", "read"), [("a\r\nb ", "a\nb"), ("\u202eevil", "evil"), ("\u200b \n", ""), ("こ\x00れ", "これ")]
)
def test_a_message_is_legible(typed: str, read: str) -> None:
    assert legible(typed) == read
