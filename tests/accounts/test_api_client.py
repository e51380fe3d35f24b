"""A system is let in for some departments of one town, until it is revoked."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from portal.accounts.api_client import Grant, admit, admitted, by_id, revoke
from portal.storage.database import Database
from tests.accounts.given import TOWN, system

pytestmark = pytest.mark.both_databases


def test_a_system_is_known_again_in_its_own_town(database: Database, now: datetime) -> None:
    with database.writing() as db:
        client = system(db, now, ["welfare", "tax"], scopes=["cases:read"])
        system(db, now, ["residents"])
        assert by_id(db, TOWN, client.id) == client
        assert by_id(db, "990027", client.id) is None
    assert (client.departments, client.scopes) == ({"welfare", "tax"}, {"cases:read"})
    assert client.public_id == f"990019-{client.id}"


def test_a_scope_there_is_not_is_told(database: Database, now: datetime) -> None:
    with database.writing() as db, pytest.raises(ValueError, match="There is no scope cases:eat"):
        admit(db, Grant(TOWN, "system", frozenset(), frozenset({"cases:eat"})), now)


def test_a_revoked_system_is_out_and_remembered(database: Database, now: datetime) -> None:
    later = now + timedelta(days=1)
    with database.writing() as db:
        client = system(db, now, ["welfare"])
        assert revoke(db, "990027", client.id, later) is False
        assert revoke(db, TOWN, client.id, later) is True
        assert revoke(db, TOWN, client.id, later) is False
        assert by_id(db, TOWN, client.id) is None
        assert [each.revoked for each in admitted(db, TOWN)] == [later]
        assert admitted(db, "990027") == []
