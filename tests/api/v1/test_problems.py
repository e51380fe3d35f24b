"""Whatever goes wrong, a program gets a problem it can read, and a person the way out."""

from __future__ import annotations

import pytest

from portal.api.v1.cases import inbox
from portal.api.v1.problems import KINDS, OF_STATUS
from tests.api.given import Office, kind_of


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_every_problem_says_what_to_do(kind: object) -> None:
    assert str(kind.detail).endswith(("。", "）"))  # type: ignore[attr-defined]
    assert 400 <= kind.status < 600  # type: ignore[attr-defined]


def test_every_status_of_the_router_has_its_kind() -> None:
    assert {KINDS[name].status for name in OF_STATUS.values()} == OF_STATUS.keys()


def test_an_address_that_does_not_exist(office: Office) -> None:
    for path in ("/api", "/api/", "/api/v1", "/api/v2/cases", "/api/v1/cases/a/b"):
        assert kind_of(office.web.get(path)) == "NotFound", path


def test_this_api_only_reads(office: Office) -> None:
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
