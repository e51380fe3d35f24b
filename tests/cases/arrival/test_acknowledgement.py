"""Sent is not received: what has come by no channel is open, and what comes back is open again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from portal.cases import case as cases
from portal.cases.arrival.acknowledgement import API, BATCH, DESK, acknowledge, annul, came_back, channels, handed_over
from portal.cases.letters.department import of_principal, to_department
from portal.cases.principal.word import Word
from portal.delivery import outbox
from portal.delivery.envelope import EMAIL, WEBHOOK
from portal.delivery.send import Worker
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.cases.given import HELPED, KASUMIGAHAMA, TOWN, sent

pytestmark = pytest.mark.both_databases
HOUR = timedelta(hours=1)


@pytest.fixture
def case(database: Database, keys: Keys, now: datetime) -> cases.Case:
    with database.writing() as db:
        return cases.opened(db, keys, sent(files=(), **HELPED), now)


def since(database: Database, keys: Keys, case: cases.Case) -> datetime | None:
    with database.reading() as db:
        found = cases.by_id(db, keys, TOWN, case.id)
    assert found
    return found.acknowledged


def test_a_case_is_open_until_it_is_acknowledged_and_the_first_time_counts(
    database: Database, keys: Keys, now: datetime, case: cases.Case
) -> None:
    assert since(database, keys, case) is None
    with database.writing() as db:
        acknowledge(db, TOWN, case.id, EMAIL, now)
        acknowledge(db, TOWN, case.id, EMAIL, now + HOUR)
        acknowledge(db, TOWN, case.id, API, now + HOUR)
        assert channels(db, TOWN, case.id) == {EMAIL: now, API: now + HOUR}
    assert since(database, keys, case) == now


def test_nobody_acknowledges_another_towns_case(
    database: Database, keys: Keys, now: datetime, case: cases.Case
) -> None:
    with database.writing() as db:
        acknowledge(db, "990027", case.id, API, now)
    assert since(database, keys, case) is None


def test_what_comes_back_is_open_again_unless_another_channel_has_brought_it(
    database: Database, keys: Keys, now: datetime, case: cases.Case
) -> None:
    with database.writing() as db:
        acknowledge(db, TOWN, case.id, EMAIL, now)
        annul(db, TOWN, case.id, EMAIL)
    assert since(database, keys, case) is None
    with database.writing() as db:
        acknowledge(db, TOWN, case.id, EMAIL, now)
        acknowledge(db, TOWN, case.id, DESK, now + HOUR)
        annul(db, TOWN, case.id, EMAIL)
    assert since(database, keys, case) == now + HOUR


def test_a_batch_that_comes_back_takes_nothing_from_a_cases_own_mail(
    database: Database, keys: Keys, now: datetime, case: cases.Case
) -> None:
    own = to_department(case, KASUMIGAHAMA)
    batch = replace(own, about="batch:2026-11-24", hands_over=(case.id,))
    with database.writing() as db:
        for one in (own, batch):
            handed_over(db, one, now)
        assert channels(db, TOWN, case.id).keys() == {EMAIL, BATCH}
        came_back(db, batch)
    assert since(database, keys, case) == now
    with database.writing() as db:
        came_back(db, own)
    assert since(database, keys, case) is None


def test_two_at_a_time_miss_nothing_of_each_other(
    database: Database, keys: Keys, now: datetime, case: cases.Case
) -> None:
    with database.writing() as db:
        acknowledge(db, TOWN, case.id, EMAIL, now)

    def bounced() -> None:
        with database.writing() as db:
            annul(db, TOWN, case.id, EMAIL)

    with database.writing() as db:
        acknowledge(db, TOWN, case.id, API, now + HOUR)
        other = Thread(target=bounced)
        other.start()  # waits for this one on either database
        other.join(0.1)
        assert other.is_alive()
    other.join()
    assert since(database, keys, case) == now + HOUR


def test_the_worker_tells_of_the_letter_that_hands_the_case_over_and_of_no_other(
    database: Database, keys: Keys, now: datetime, case: cases.Case, tmp_path: Path
) -> None:
    worker = Worker(database, keys, Settings(var=tmp_path), lambda: now + HOUR, told=handed_over)
    with database.writing() as db:
        outbox.post(db, keys, of_principal(case, KASUMIGAHAMA, Word("no", now, "link", False, {})), now)
    assert asyncio.run(worker.try_once()) == 1
    assert since(database, keys, case) is None
    with database.writing() as db:
        outbox.post(db, keys, to_department(case, KASUMIGAHAMA), now)
    assert asyncio.run(worker.try_once()) == 1
    assert since(database, keys, case) == now + HOUR


@pytest.mark.parametrize(("channel", "seen"), [(EMAIL, False), (BATCH, False), (WEBHOOK, True), (API, True)])
def test_what_a_system_has_taken_is_not_said_to_be_unseen(
    database: Database, keys: Keys, now: datetime, case: cases.Case, channel: str, seen: bool
) -> None:
    with database.writing() as db:
        acknowledge(db, TOWN, case.id, channel, now)
        acknowledge(db, TOWN, case.id, channel, now + HOUR)
        found = cases.by_id(db, keys, TOWN, case.id)
    assert found
    assert (found.acknowledged, found.seen) == (now, now if seen else None)
