"""A caller is given what it takes, or told that there is no such form."""

from __future__ import annotations

import pytest

from portal.api.v1.entrance.accept import acceptable
from portal.api.v1.problems import Refused
from tests.api.given import Office, kind_of

JSON = "application/json"


@pytest.mark.parametrize(
    "header",
    ["", "*/*", "application/*", JSON, "text/html, application/json;q=0.1", "TEXT/HTML, */*;q=0.5", f"{JSON};q=x"],
)
def test_what_is_taken(header: str) -> None:
    acceptable(header, JSON)


@pytest.mark.parametrize("header", ["text/html", "text/*", f"{JSON};q=0", f"*/*, {JSON};q=0", ";;;"])
def test_what_is_not(header: str) -> None:
    with pytest.raises(Refused):
        acceptable(header, JSON)


def test_a_file_is_of_whatever_type(office: Office) -> None:
    case, token = office.case(files=("f1",)), office.token()
    office.file("f1")
    assert office.get(f"/cases/{case.id}/files/f1", token, Accept="image/png").status_code == 200
    assert kind_of(office.get("/cases", token, Accept="image/png")) == "NotAcceptable"
