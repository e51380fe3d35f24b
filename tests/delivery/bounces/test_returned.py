"""What came back is set aside with its code and opens its case again; nothing else does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from portal.cases import case as cases
from portal.cases.arrival import acknowledgement
from portal.cases.arrival.acknowledgement import API, acknowledge, handed_over
from portal.cases.letters.department import to_department
from portal.delivery import outbox
from portal.delivery.bounces.returned import came_back
from portal.delivery.envelope import Envelope
from portal.delivery.watch.mending import forget, send_again
from portal.delivery.watch.standing import traces
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA, TOWN, sent

pytestmark = pytest.mark.both_databases
HOUR = timedelta(hours=1)


@pytest.fixture
def letter(database: Database, keys: Keys, now: datetime) -> Envelope:
    """A case's letter that a mail server has taken."""
    with database.writing() as db:
        made = to_department(cases.opened(db, keys, sent(files=()), now), KASUMIGAHAMA)
        outbox.post(db, keys, made, now)
        outbox.delivered(db, outbox.lease(db, now, 1)[0], now)
        handed_over(db, made, now)
    return made


def back(database: Database, keys: Keys, letter: Envelope, at: datetime) -> bool:
    with database.writing() as db:
        return came_back(db, keys, (TOWN, letter.id), "5.1.1", (at, acknowledgement.came_back))


def since(database: Database, keys: Keys, letter: Envelope) -> datetime | None:
    with database.reading() as db:
        case = cases.by_id(db, keys, TOWN, letter.about)
    assert case
    return case.acknowledged


def test_its_case_is_open_again_and_it_is_kept_with_its_code(
    database: Database, keys: Keys, now: datetime, letter: Envelope
) -> None:
    assert since(database, keys, letter) == now
    assert back(database, keys, letter, now + HOUR)
    assert since(database, keys, letter) is None
    with database.writing() as db:
        (trace,) = traces(db, TOWN, letter.about)
        assert (trace.state, trace.last_error) == ("set_aside", "bounced 5.1.1")
        assert forget(db, TOWN, now + 999 * HOUR, 9) == 0, "what is not with the office is kept"
    assert not back(database, keys, letter, now + HOUR), "told twice it is one"


def test_what_another_channel_has_brought_stays_brought(
    database: Database, keys: Keys, now: datetime, letter: Envelope
) -> None:
    with database.writing() as db:
        acknowledge(db, TOWN, letter.about, API, now + HOUR)
    assert back(database, keys, letter, now + HOUR)
    assert since(database, keys, letter) == now + HOUR


def test_a_report_of_an_earlier_try_is_no_longer_news(
    database: Database, keys: Keys, now: datetime, letter: Envelope
) -> None:
    back(database, keys, letter, now + HOUR)
    later = now + 5 * HOUR
    with database.writing() as db:
        send_again(db, keys, (TOWN, letter.id), lambda one: one, later)
    assert not back(database, keys, letter, later), "it is on its way"
    with database.writing() as db:
        outbox.delivered(db, outbox.lease(db, later, 1)[0], later)
        handed_over(db, letter, later)
    assert not back(database, keys, letter, now + HOUR)
    assert since(database, keys, letter) == later


def test_another_towns_letter_is_another(database: Database, keys: Keys, now: datetime, letter: Envelope) -> None:
    with database.writing() as db:
        assert not came_back(db, keys, ("990027", letter.id), "5.1.1", (now, acknowledgement.came_back))
    assert since(database, keys, letter) == now


def test_what_is_forgotten_is_set_aside_all_the_same(
    database: Database, keys: Keys, now: datetime, letter: Envelope
) -> None:
    with database.writing() as db:
        assert forget(db, TOWN, now + HOUR, 9) == 1
    assert back(database, keys, letter, now + HOUR)
    with database.reading() as db:
        assert [trace.state for trace in traces(db, TOWN, letter.about)] == ["set_aside"]


def test_nothing_comes_back_by_mail_that_left_otherwise(
    database: Database, keys: Keys, now: datetime, letter: Envelope
) -> None:
    with database.writing() as db:
        db.execute(text("UPDATE envelopes SET channel = 'webhook'"))
    assert not back(database, keys, letter, now + HOUR)
    assert since(database, keys, letter) == now
