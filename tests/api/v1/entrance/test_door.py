"""At the door each thing is asked in its turn, and a fault of ours shows nothing of us."""

from __future__ import annotations

import gc

import pytest

from portal.api.v1.asked import cases
from portal.api.v1.call import Call
from tests.api.given import Office, kind_of


def test_who_asks_comes_before_what_they_brought(office: Office) -> None:
    assert kind_of(office.get("/cases", Accept="text/css")) == "NoToken"
    assert kind_of(office.get("/cases", office.token(scopes=[]), Accept="text/css")) == "NotYours"
    assert kind_of(office.get("/cases", office.token(), Accept="text/css")) == "NotAcceptable"


def test_a_fault_of_ours_is_a_problem_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "told", lambda *args: 1 / 0)
    answer = office.get("/cases", office.token())
    assert kind_of(answer) == "OurFault"
    assert "division" not in answer.text
    assert "ratelimit" in answer.headers


def test_what_was_refused_is_let_go_at_once(office: Office) -> None:
    case, token = office.case(), office.token()
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "k"}
    gc.collect()
    gc.disable()
    try:
        answer = office.web.post(f"/api/v1/cases/{case.id}/messages", json={"text": " "}, headers=headers)
        kept = sum(isinstance(each, Call) for each in gc.get_objects())
    finally:
        gc.enable()
    assert kind_of(answer) == "BadBody"
    assert kept == 0
