"""Idempotency-Key: read in any spelling that is plain, held while the work lasts, let go when it fails."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread
from typing import Any

import pytest

from portal.accounts.once import KEPT_FOR, sweep
from portal.api.v1.asked.office import messages
from portal.api.v1.entrance.once import KEY
from portal.cases.case import Case
from tests.api.given import HERE, Office, kind_of


@pytest.mark.parametrize("header", ['"a"', "8e03978e-40d5-43dd-bc93-6894a57f9324", '"a b"', '"' + "x" * 201 + '"', ""])
def test_a_key_is_read(header: str) -> None:
    found = KEY.fullmatch(header)
    assert (found is not None) == (header in {'"a"', "8e03978e-40d5-43dd-bc93-6894a57f9324"})


def test_the_same_at_once_waits(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    case, token = office.case(), office.token()
    begun, may_end, whole = Event(), Event(), messages.legible

    def slow(text: str) -> str:
        begun.set()
        may_end.wait(10)
        return whole(text)

    def post() -> Any:
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": '"k"'}
        return office.web.post(f"/api/v1/cases/{case.id}/messages", json={"text": "a"}, headers=headers)

    monkeypatch.setattr(messages, "legible", slow)
    answers: list[Any] = []
    first = Thread(target=lambda: answers.append(post()))
    first.start()
    begun.wait(10)
    second = post()
    may_end.set()
    first.join()
    assert kind_of(second) == "UnderWay"
    assert second.headers["retry-after"] == "2"
    assert answers[0].status_code == 201
    assert post().json() == answers[0].json()


def test_after_a_fault_of_ours_it_may_be_sent_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    case, token = office.case(), office.token()
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": '"k"'}
    with monkeypatch.context() as broken:
        broken.setattr(messages, "legible", lambda text: 1 / 0)
        assert kind_of(office.web.post(f"/api/v1/cases/{case.id}/messages", json={"text": "a"}, headers=headers)) == (
            "OurFault"
        )
    answer = office.web.post(f"/api/v1/cases/{case.id}/messages", json={"text": "a"}, headers=headers)
    assert answer.status_code == 201


def test_a_key_of_long_ago_means_something_new(office: Office) -> None:
    token = office.token()
    first, second = office.case(), office.case()
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": '"1"'}

    def told(case: Case, text: str) -> Any:
        return office.web.post(f"/api/v1/cases/{case.id}/messages", json={"text": text}, headers=headers)

    before = told(first, "a").json()
    new = []
    for case, text in ((first, "b"), (second, "a")):
        _forgotten(office)
        new.append(told(case, text))
    assert [answer.status_code for answer in new] == [201, 201]
    assert [answer.json()["text"] for answer in new] == ["b", "a"]
    _forgotten(office)
    assert told(first, "a").json() == before
    assert len(office.get(f"/cases/{first.id}/messages", token).json()["messages"]) == 2


def _forgotten(office: Office) -> None:
    """The answers are past their days."""
    with office.database.writing() as db:
        sweep(db, HERE, office.now + KEPT_FOR + timedelta(seconds=1))
