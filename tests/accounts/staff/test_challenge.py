"""Challenges: made here, for one town, answered once and in time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.accounts.staff import challenge
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.accounts.given import TOWN


@pytest.mark.both_databases
def test_is_answered_once(database: Database, keys: Keys, now: datetime) -> None:
    shown = challenge.new(keys, TOWN, now)
    with database.writing() as db:
        assert challenge.answered(db, keys, TOWN, shown, now + timedelta(minutes=29))
        assert not challenge.answered(db, keys, TOWN, shown, now + timedelta(minutes=29))
        challenge.sweep(db, TOWN, now + timedelta(minutes=50))
        assert not challenge.answered(db, keys, TOWN, shown, now + timedelta(minutes=50)), "too old by itself"


@pytest.mark.parametrize("minutes", [-1, 30])
def test_is_answered_in_time(database: Database, keys: Keys, now: datetime, minutes: int) -> None:
    shown = challenge.new(keys, TOWN, now)
    with database.writing() as db:
        assert not challenge.answered(db, keys, TOWN, shown, now + timedelta(minutes=minutes))


def test_is_made_by_this_house_for_this_town(database: Database, keys: Keys, now: datetime) -> None:
    shown = challenge.new(keys, TOWN, now)
    with database.writing() as db:
        for wrong in (b"", bytes(38), shown[:-1], shown + b"x", bytes([shown[0] ^ 1]) + shown[1:]):
            assert not challenge.answered(db, keys, TOWN, wrong, now)
        assert not challenge.answered(db, keys, "990027", shown, now)
        assert challenge.answered(db, keys, TOWN, shown, now)
