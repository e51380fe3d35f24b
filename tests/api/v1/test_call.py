"""A call knows the town, the reach and the language of its system."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from portal.api.v1.call import Call, Entrant
from tests.api.given import HERE, Office


def call(office: Office, entrant: Entrant | None, accepted: bytes = b"") -> Call:
    """A call with nothing in it."""
    scope = {"type": "http", "headers": [(b"accept-language", accepted)], "path_params": {"id": "x"}}
    return Call(office.house, Request(scope), office.now, entrant)


def test_a_call_is_of_one_town_and_its_departments(office: Office) -> None:
    client, _ = office.client(["welfare"])
    found = call(office, Entrant(client, frozenset()), b"en")
    assert found.town.code == HERE
    assert (found.reach.municipality, found.reach.departments) == (HERE, {"welfare"})
    assert found.language == "en"
    assert found.part("id") == "x"


def test_where_anybody_may_ask_there_is_no_system(office: Office) -> None:
    with pytest.raises(AssertionError):
        assert call(office, None).client
