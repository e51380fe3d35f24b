"""Whatever goes wrong, a program gets a problem it can read, and a person the way out."""

from __future__ import annotations

import pytest

from portal.api.v1.asked.cases import inbox
from portal.api.v1.kinds import KINDS
from portal.api.v1.problems import OF_STATUS
from tests.api.given import Office, kind_of


def test_every_status_of_the_router_has_its_kind() -> None:
    assert {KINDS[name].status for name in OF_STATUS.values()} == OF_STATUS.keys()


def test_an_address_that_does_not_exist(office: Office) -> None:
    for path in ("/api", "/api/", "/api/v2/cases", "/api/v1/cases/a/b"):
        assert kind_of(office.web.get(path)) == "NotFound", path


def test_a_problem_speaks_the_callers_language(office: Office) -> None:
    for wanted, language, title in (
        ("", "ja", "トークンがありません"),
        ("en-GB,en;q=0.9,ja;q=0.1", "en", "There is no token"),
        ("fr,ja-simple", "ja", "トークンがありません"),
    ):
        answer = office.get("/cases", Accept_Language=wanted)
        assert (answer.json()["title"], answer.headers["content-language"]) == (title, language)
        assert "Accept-Language" in answer.headers["vary"]


def test_what_an_address_does_not_do(office: Office) -> None:
    answer = office.web.post("/api/v1/cases", json={})
    assert kind_of(answer) == "NotAllowed"
    assert "GET" in answer.headers["allow"]


def test_a_fault_of_ours_shows_nothing_of_us(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "page", lambda *args: 1 / 0)
    answer = office.get("/cases", office.token())
    assert kind_of(answer) == "OurFault"
    assert "division" not in answer.text


def test_a_problem_tells_where_it_happened(office: Office) -> None:
    told = office.web.get("/api/v1/cases?after=12&token=secret").json()
    assert told["instance"] == "/api/v1/cases"
    assert told["title"] == "トークンがありません"
