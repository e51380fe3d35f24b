"""The description is valid, complete, and true of every real answer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from starlette.routing import Mount, Route

from portal.api.v1 import routes
from portal.api.v1.openapi import description
from portal.api.v1.problems import KINDS
from portal.cases.status import MOVES
from portal.speech.flags import flag
from portal.speech.published import PublicText
from tests.api.given import HERE, Office
from tests.cases.given import HELPED


def true_of(schema: str, answer: Any) -> None:
    """Hold a real answer against the description; no key may be missing there."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": closed(description()["components"])}
    Draft202012Validator(whole, format_checker=FormatChecker()).validate(answer)


def closed(told: Any) -> Any:
    """The same schemas, in which no key may come that is not described."""
    if isinstance(told, list):
        return [closed(each) for each in told]
    if not isinstance(told, dict):
        return told
    shut = {key: closed(each) for key, each in told.items()}
    return shut | {"additionalProperties": False} if "properties" in told and "required" in told else shut


def test_it_is_valid_openapi() -> None:
    validate(description())


def test_anybody_may_read_it(office: Office) -> None:
    answer = office.web.get("/api/v1/openapi.json")
    assert answer.json() == description()
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("changes", [{}, HELPED, {"answers": (), "files": (), "birth_date": None, "phone": ""}])
def test_it_is_true_of_cases(office: Office, changes: dict[str, Any]) -> None:
    case, token = office.case(**changes), office.token()
    true_of("Case", office.get(f"/cases/{case.id}", token).json())
    true_of("Cases", office.get("/cases", token).json())


def test_it_is_true_of_readings(office: Office, public: PublicText) -> None:
    with office.database.writing() as db:
        flag(db, HERE, public, office.now)
    answer = office.get("/readings", office.token()).json()
    assert answer["readings"]
    true_of("Readings", answer)


def test_it_is_true_of_problems(office: Office) -> None:
    true_of("Problem", office.get("/cases").json())
    true_of("Problem", office.get("/nothing", office.token()).json())


def test_every_route_is_described_and_every_description_has_its_route(office: Office) -> None:
    (mount,) = routes(office.house)
    assert isinstance(mount, Mount)
    real = {f"/api{route.path}" for route in mount.routes if isinstance(route, Route)}
    assert description()["paths"].keys() == real


def test_every_problem_and_every_stand_is_described() -> None:
    assert KINDS.keys() <= description()["components"]["responses"].keys()
    assert {*description()["components"]["schemas"]["Status"]["properties"]["id"]["enum"]} == MOVES.keys()


def test_a_problems_type_leads_to_its_description(office: Office) -> None:
    told = office.get("/cases").json()
    address, _, pointer = told["type"].partition("#/")
    found = office.web.get(address).json()
    for step in pointer.split("/"):
        found = found[step]
    assert found["description"].startswith(told["title"])


def test_it_speaks_plain_japanese() -> None:
    texts = re.findall(r"'(?:summary|description)': '([^']*)'", str(description()))
    assert texts
    assert not [text for text in texts if not re.search("[ぁ-んァ-ン一-龠]", text) and text != "OpenAPI 3.1"]
