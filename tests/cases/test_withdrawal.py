"""Taking back: once, of what stands, as long as it may; the office is told in a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from portal.cases.case import Case, by_id, opened, see, stands
from portal.cases.withdrawal import UNTIL_DECIDED, Wish, possible, standing, take_back, taken
from portal.consent import wording
from portal.consent.record import Act
from portal.delivery.outbox import EnvelopeRow
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import KASUMIGAHAMA, TOWN, sent
from tests.consent.given import sealed


@pytest.fixture
def case(database: Database, keys: Keys, now: datetime) -> Case:
    """A case with every kind of agreement, one of which may be left out."""
    with database.writing() as db:
        return opened(db, keys, sent(consent=sealed(db, keys)), now)


def wish(now: datetime, purpose: str = "", until: str = "until-seen") -> Wish:
    """To take back one purpose, or the whole."""
    part = wording.withdrawal("I take it back.", "取りやめます。", "en", purpose)
    return Wish(part, Act("self", "button", 100, now), until, "https://portal.example")


def now_of(database: Database, keys: Keys, case: Case) -> Case:
    """The case as it stands."""
    with database.reading() as db:
        found = by_id(db, keys, TOWN, case.id)
    assert found
    return found


@pytest.mark.both_databases
def test_one_purpose_is_taken_back_once_and_the_rest_stands(
    database: Database, keys: Keys, case: Case, now: datetime
) -> None:
    assert [each["purposes"][0]["id"] for each in standing(case, ())] == ["news"]
    with database.writing() as db:
        assert take_back(db, keys, KASUMIGAHAMA, case.id, wish(now, "news"))
        assert not take_back(db, keys, KASUMIGAHAMA, case.id, wish(now, "news"))
        assert [one.purpose for one in taken(db, case)] == ["news"]
        assert standing(case, taken(db, case)) == []
    assert now_of(database, keys, case).status == "received"


@pytest.mark.both_databases
def test_the_whole_takes_everything_along(database: Database, keys: Keys, case: Case, now: datetime) -> None:
    with database.writing() as db:
        assert take_back(db, keys, KASUMIGAHAMA, case.id, wish(now))
        assert not take_back(db, keys, KASUMIGAHAMA, case.id, wish(now))
        assert not take_back(db, keys, KASUMIGAHAMA, case.id, wish(now, "news"))
        (one,) = taken(db, case)
        assert len(one.record["withdraws"]) == len(case.consent["records"])
        assert len(db.execute(rows(EnvelopeRow).select()).all()) == 1
    assert now_of(database, keys, case).status == "withdrawn"


def test_what_is_required_is_not_taken_back_by_itself(
    database: Database, keys: Keys, case: Case, now: datetime
) -> None:
    with database.writing() as db:
        assert not take_back(db, keys, KASUMIGAHAMA, case.id, wish(now, "register"))
        assert not take_back(db, keys, KASUMIGAHAMA.model_copy(update={"code": "990027"}), case.id, wish(now))


@pytest.mark.parametrize(("until", "may"), [("until-seen", False), (UNTIL_DECIDED, True)])
def test_once_seen_the_service_decides(
    database: Database, keys: Keys, case: Case, now: datetime, until: str, may: bool
) -> None:
    with database.writing() as db:
        see(db, TOWN, [case.id], now)
        assert take_back(db, keys, KASUMIGAHAMA, case.id, wish(now, until=until)) is may


def test_what_is_decided_or_from_before_the_log_is_not_taken_back(
    database: Database, keys: Keys, case: Case, now: datetime
) -> None:
    with database.writing() as db:
        stands(db, case, "accepted", now)
    assert not possible(now_of(database, keys, case), UNTIL_DECIDED)
    assert not possible(replace(case, consent=None), UNTIL_DECIDED)
    assert possible(case, UNTIL_DECIDED)
