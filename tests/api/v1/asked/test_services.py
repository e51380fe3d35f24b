"""A town's services as JSON: all that a form needs to be asked elsewhere, in any of its languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from portal import registries
from portal.answers import KINDS
from portal.catalogue.load import load
from portal.municipalities import load as towns
from tests.api.given import THERE, Office, kind_of
from tests.api.v1.shapes.given import true_of
from tests.registries.built import built


@pytest.fixture
def town(office: Office, pytestconfig: pytest.Config) -> Office:
    """The office with the services of the fictional towns, and the registries their answers are looked up in."""
    registries.open(built(pytestconfig))
    office.house.towns = towns()
    office.house.catalogue = load(office.house.towns.values())
    office.now = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    return office


def test_the_services_of_its_departments_are_listed(town: Office) -> None:
    told = town.get("/services", town.token(["welfare"])).json()
    true_of("Services", told)
    assert [service["id"] for service in told["services"]] == ["kyufukin"]
    assert town.get("/services", town.token([])).json() == {"services": []}
    both = {each["id"] for each in town.get("/services", town.token(["welfare", "residents"])).json()["services"]}
    assert "juminhyo" in both


@pytest.mark.parametrize("language", ["ja", "ja-simple", "en"])
def test_a_service_is_told_whole_in_each_language(town: Office, language: str) -> None:
    answer = town.get(f"/services/kyufukin?language={language}", town.token())
    told = answer.json()
    true_of("ServiceInFull", told)
    assert answer.headers["content-language"] == told["language"] == language
    version = town.house.catalogue.by_hash("990019", told["version"])
    assert version
    assert [each["id"] for each in told["questions"]] == [question.id for question in version.source.questions]
    assert told["title"] == version.told(language).service.title
    assert all(question["parts"] and question["kind"] in KINDS for question in told["questions"])
    assert told["statements"]
    assert told["open"] is True


def test_what_is_decided_at_the_counter_is_not_open(town: Office) -> None:
    assert town.get("/services/inkan-toroku", town.token(town=THERE)).json()["open"] is False


def test_a_service_of_others_is_not_there(town: Office) -> None:
    assert kind_of(town.get("/services/kyufukin", town.token(["residents"]))) == "NotFound"
    assert kind_of(town.get("/services/nothing", town.token())) == "NotFound"
    assert kind_of(town.get("/services/kaigo-nintei", town.token(town=THERE))) == "NotFound"
    answer = town.get("/services/kyufukin?language=fr", town.token())
    assert kind_of(answer) == "BadLanguage"
    assert "en" in answer.json()["languages"]
