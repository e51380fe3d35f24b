"""A secret is kept nowhere, opens one town's door, and makes way for the next without a gap."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from portal.accounts.secret import (
    ABOUT,
    OVERLAP,
    ApiSecretRow,
    by_id,
    by_words,
    issue,
    of_client,
    rested,
    rotate,
    town_of,
    use,
)
from portal.storage.database import Database, rows
from tests.accounts.given import TOWN, system

pytestmark = pytest.mark.both_databases
DAY = timedelta(days=1)


def test_a_secret_is_known_again(database: Database, now: datetime) -> None:
    with database.writing() as db:
        client = system(db, now, ["welfare"])
        words = issue(db, client, now, bearer=True)
        found = by_words(db, words, now)
        assert found is not None
        assert (found.client, found.bearer, found.used) == (client.id, True, None)
        assert by_id(db, TOWN, found.id, now) == found
    assert words.startswith("yorisoi_990019_")


@pytest.mark.parametrize("wrong", ["", "yorisoi_990019_", "Bearer", "yorisoi_990019_" + "a" * 43, "あ_い_う"])
def test_anything_else_is_not(database: Database, now: datetime, wrong: str) -> None:
    with database.writing() as db:
        issue(db, system(db, now, ["welfare"]), now)
        assert by_words(db, wrong, now) is None


def test_a_secret_does_not_move_to_another_town(database: Database, now: datetime) -> None:
    with database.writing() as db:
        words = issue(db, system(db, now, ["welfare"]), now)
        assert by_words(db, words.replace(TOWN, "990027"), now) is None


def test_the_words_are_kept_nowhere(database: Database, now: datetime) -> None:
    with database.writing() as db:
        words = issue(db, system(db, now, ["welfare"]), now)
        row = db.execute(select(rows(ApiSecretRow))).one()
    assert words.rpartition("_")[2] not in " ".join(map(str, row))


def test_two_hold_while_one_takes_over(database: Database, now: datetime) -> None:
    with database.writing() as db:
        client = system(db, now, ["welfare"])
        first = issue(db, client, now, bearer=True)
        second = rotate(db, client, now)
        held = [words for words in (first, second) if by_words(db, words, now + OVERLAP - DAY)]
        assert held == [first, second]
        assert by_words(db, first, now + OVERLAP) is None
        third = rotate(db, client, now + DAY)
        left = [words for words in (first, second, third) if by_words(db, words, now + DAY)]
        assert left == [second, third], "never more than two"
        assert all(each.bearer for each in of_client(db, client))


def test_without_overlap_the_old_one_ends_at_once(database: Database, now: datetime) -> None:
    with database.writing() as db:
        client = system(db, now, ["welfare"])
        first = issue(db, client, now)
        rotate(db, client, now, timedelta(0))
        assert by_words(db, first, now) is None


def test_it_is_kept_about_when_it_was_used(database: Database, now: datetime) -> None:
    with database.writing() as db:
        client = system(db, now, ["welfare"])
        words = issue(db, client, now)
        found = by_words(db, words, now)
        assert found is not None
        assert rested(found, now)
        use(db, found, now)
        (found,) = of_client(db, client)
        assert found.used == now
        assert not rested(found, now + ABOUT / 2)
        assert rested(found, now + ABOUT)


def test_the_town_a_secret_names() -> None:
    assert town_of("yorisoi_990019_abc_def") == "990019"
    assert town_of("ghp_990019_abc") == ""
