"""A name that stands twice in an address is told, whatever stands beside it; what nobody knows is passed over."""

from __future__ import annotations

import pytest

from tests.api.given import Office, kind_of


@pytest.mark.parametrize("path", ["/cases?limit=0&limit=5", "/cases?after=&after=", "/events?limit=2&x=1&limit=2"])
def test_twice_is_told(office: Office, path: str) -> None:
    answer = office.get(path, office.token())
    assert (answer.status_code, kind_of(answer)) == (400, "Repeated")
    assert answer.json()["parameter"] in path


def test_once_is_fine_and_so_is_what_nobody_knows(office: Office) -> None:
    token = office.token()
    assert office.get("/cases?x=1&x=2&limit=5", token).status_code == 200
    assert office.get("/cases?limit=5&after=", token).status_code == 200
