"""A token opens one town's door until it is revoked, and is kept nowhere."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from portal.accounts.api_client import ApiClientRow, by_token, issue, issued, revoke, town_of
from portal.storage.database import Database, rows

pytestmark = pytest.mark.both_databases
TOWN = "990019"


def test_a_token_is_known_again(database: Database, now: datetime) -> None:
    with database.writing() as db:
        client, token = issue(db, TOWN, "基幹システム", ["welfare", "tax"], now)
        issue(db, TOWN, "another", ["residents"], now)
        assert by_token(db, token) == client
    assert client.departments == {"welfare", "tax"}
    assert token.startswith("yorisoi_990019_")


@pytest.mark.parametrize("wrong", ["", "yorisoi_990019_", "Bearer", "yorisoi_990019_" + "a" * 43, "あ_い_う"])
def test_any_other_token_is_not(database: Database, now: datetime, wrong: str) -> None:
    with database.writing() as db:
        issue(db, TOWN, "system", ["welfare"], now)
        assert by_token(db, wrong) is None


def test_a_token_does_not_move_to_another_town(database: Database, now: datetime) -> None:
    with database.writing() as db:
        _, token = issue(db, TOWN, "system", ["welfare"], now)
        assert by_token(db, token.replace(TOWN, "990027")) is None


def test_a_revoked_token_is_worthless_and_remembered(database: Database, now: datetime) -> None:
    later = now + timedelta(days=1)
    with database.writing() as db:
        client, token = issue(db, TOWN, "system", ["welfare"], now)
        assert revoke(db, "990027", client.id, later) is False
        assert revoke(db, TOWN, client.id, later) is True
        assert revoke(db, TOWN, client.id, later) is False
        assert by_token(db, token) is None
        assert [each.revoked for each in issued(db, TOWN)] == [later]
        assert issued(db, "990027") == []


def test_the_token_itself_is_kept_nowhere(database: Database, now: datetime) -> None:
    with database.writing() as db:
        _, token = issue(db, TOWN, "system", ["welfare"], now)
        row = db.execute(select(rows(ApiClientRow))).one()
    assert token.rpartition("_")[2] not in " ".join(map(str, row))


def test_the_town_a_token_names() -> None:
    assert town_of("yorisoi_990019_abc_def") == "990019"
    assert town_of("ghp_990019_abc") == ""
