"""Invitations: kept as hashes, one telephone each, few tries, a few days."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.cases.principal import invitation
from portal.cases.principal.invitation import LETTER, LINK, LIVES, TRIES
from portal.security.keys import Keys
from portal.storage.database import Database

TOWN = "990019"
CASE = (TOWN, "case-1")
pytestmark = pytest.mark.both_databases


def test_one_telephone_holds_it(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        end = invitation.issue(db, keys, CASE, LINK, now)
        found = invitation.opening(db, keys, TOWN, end, now)
        assert found
        assert (found.about, found.way, found.expires) == ("case-1", LINK, now + timedelta(hours=72))
        key = invitation.hold(db, keys, found)
        assert key
        assert invitation.hold(db, keys, found) is None
        held = invitation.held(db, keys, TOWN, key, now)
        assert held
        assert held.id == found.id
        assert invitation.held(db, keys, TOWN, f"{found.id}.guess", now) is None
        assert invitation.held(db, keys, TOWN, "", now) is None
        assert invitation.held(db, keys, "990027", key, now) is None


def test_nobody_holds_what_nobody_opened(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        found = invitation.opening(db, keys, TOWN, invitation.issue(db, keys, CASE, LINK, now), now)
        assert found
        assert invitation.held(db, keys, TOWN, f"{found.id}.", now) is None


def test_it_ends_after_its_days_and_after_its_tries(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        end = invitation.issue(db, keys, CASE, LINK, now)
        assert invitation.opening(db, keys, TOWN, end, now + LIVES[LINK]) is None
        found = invitation.opening(db, keys, TOWN, end, now)
        assert found
        for _ in range(TRIES):
            assert invitation.opening(db, keys, TOWN, end, now)
            invitation.wrong(db, found)
        assert invitation.opening(db, keys, TOWN, end, now) is None


def test_another_by_the_same_way_ends_the_one_before(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        first, letter = (invitation.issue(db, keys, CASE, way, now) for way in (LINK, LETTER))
        second = invitation.issue(db, keys, CASE, LINK, now)
        assert invitation.opening(db, keys, TOWN, first, now) is None
        assert invitation.opening(db, keys, TOWN, second, now)
        assert len(letter) == 9
        assert letter.isdecimal()
        assert invitation.opening(db, keys, TOWN, letter, now)


def test_after_the_word_nothing_opens_and_the_holder_may_still_look(
    database: Database, keys: Keys, now: datetime
) -> None:
    with database.writing() as db:
        letter = invitation.issue(db, keys, CASE, LETTER, now)
        found = invitation.opening(db, keys, TOWN, invitation.issue(db, keys, CASE, LINK, now), now)
        assert found
        key = invitation.hold(db, keys, found)
        assert key
        invitation.end(db, *CASE)
        assert invitation.opening(db, keys, TOWN, letter, now) is None
        held = invitation.held(db, keys, TOWN, key, now)
        assert held
        assert held.ended


def test_what_is_past_its_days_is_forgotten(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        end = invitation.issue(db, keys, CASE, LINK, now)
        invitation.sweep(db, TOWN, now + LIVES[LINK])
        assert invitation.opening(db, keys, TOWN, end, now)
        invitation.sweep(db, TOWN, now + LIVES[LINK] + timedelta(seconds=1))
        assert invitation.opening(db, keys, TOWN, end, now) is None


def test_being_handed_over_is_noted(database: Database, keys: Keys, now: datetime) -> None:
    with database.writing() as db:
        end = invitation.issue(db, keys, CASE, LINK, now)
        found = invitation.opening(db, keys, TOWN, end, now)
        assert found
        assert not found.handed
        invitation.hand(db, found)
        again = invitation.opening(db, keys, TOWN, end, now)
        assert again
        assert again.handed
