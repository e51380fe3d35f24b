"""The office's own system moves a case on, writes to the resident and says that it has the case."""

from __future__ import annotations

from typing import Any

import pytest

from portal.cases import case as cases
from portal.cases.arrival.acknowledgement import channels
from portal.cases.case import Case
from tests.api.given import HERE, Office, kind_of
from tests.api.v1.shapes.given import true_of

TEXT = {"text": "通帳の写真が、\nぼやけていました。"}


def move(office: Office, case: Case, token: str, to: str, tag: str, **more: str) -> Any:
    """The answer to a wish to move a case."""
    headers = {"Authorization": f"Bearer {token}", **({"If-Match": tag} if tag else {}), **more}
    return office.web.patch(f"/api/v1/cases/{case.id}", json={"status": {"id": to}}, headers=headers)


def write(office: Office, case: Case, token: str, key: str, body: Any = TEXT) -> Any:
    """The answer to a message."""
    headers = {"Authorization": f"Bearer {token}", **({"Idempotency-Key": key} if key else {})}
    return office.web.post(f"/api/v1/cases/{case.id}/messages", json=body, headers=headers)


@pytest.mark.both_databases
def test_a_case_is_moved_by_who_has_read_it(office: Office) -> None:
    case, token = office.case(), office.token()
    read = office.get(f"/cases/{case.id}", token, Accept_Encoding="gzip")
    moved = move(office, case, token, "checking", read.headers["etag"])
    assert (moved.status_code, moved.json()["status"]["id"]) == (200, "checking")
    assert moved.json() == office.get(f"/cases/{case.id}", token).json()
    assert kind_of(move(office, case, token, "accepted", read.headers["etag"])) == "Changed"
    again = move(office, case, token, "accepted", moved.headers["etag"], **{"Content-Type": "application/json"})
    assert again.json()["status"]["id"] == "accepted"
    last = office.get("/events", token).json()["events"][-1]
    assert (last["type"], last["data"]) == ("case.status", {"status": "accepted", "before": "checking"})


def test_a_move_that_is_none_is_told_with_those_there_are(office: Office) -> None:
    case, token = office.case(), office.token()
    tag = office.get(f"/cases/{case.id}", token).headers["etag"]
    answer = move(office, case, token, "accepted", tag)
    assert kind_of(answer) == "NoSuchMove"
    assert answer.json()["moves"] == ["checking"]
    true_of("Problem", answer.json())


def test_nobody_moves_what_they_have_not_read(office: Office) -> None:
    case, token = office.case(), office.token()
    tag = office.get(f"/cases/{case.id}", token).headers["etag"]
    assert kind_of(move(office, case, token, "checking", "")) == "NoIfMatch"
    assert kind_of(move(office, case, token, "checking", '"other"')) == "Changed"
    assert kind_of(move(office, case, token, "checking", f"W/{tag}")) == "Changed"
    with office.database.writing() as db:
        cases.stands(db, case, "withdrawn", case.received)
    assert kind_of(move(office, case, token, "checking", tag)) == "Changed"


def test_a_body_that_does_not_fit_is_told_where(office: Office) -> None:
    case, token = office.case(), office.token()
    headers = {"Authorization": f"Bearer {token}", "If-Match": "*", "Accept-Language": "en"}
    for body, where in (({}, "#/status"), ({"status": {"id": "withdrawn"}}, "#/status/id"), ({"x": 1}, "#/x")):
        answer = office.web.patch(f"/api/v1/cases/{case.id}", json=body, headers=headers)
        assert kind_of(answer) == "BadBody"
        assert where in [each["pointer"] for each in answer.json()["errors"]]
        assert answer.text.isascii()
    kind = headers | {"Content-Type": "application/merge-patch+json"}
    answer = office.web.patch(f"/api/v1/cases/{case.id}", content=b"{", headers=kind)
    assert kind_of(answer) == "BadJson"


@pytest.mark.both_databases
def test_the_office_says_that_it_has_a_case(office: Office) -> None:
    case, token = office.case(), office.token()
    headers = {"Authorization": f"Bearer {token}"}
    first = office.web.put(f"/api/v1/cases/{case.id}/acknowledgement", headers=headers).json()
    office.now = office.now.replace(hour=5)
    again = office.web.put(f"/api/v1/cases/{case.id}/acknowledgement", headers=headers)
    assert again.json()["acknowledged_at"] == first["acknowledged_at"] is not None
    assert again.json() == office.get(f"/cases/{case.id}", token).json()
    assert again.json()["seen_at"] == first["seen_at"] == first["acknowledged_at"]
    with office.database.reading() as db:
        kept = cases.by_id(db, office.keys, HERE, case.id)
    assert kept
    assert kept.acknowledged == case.received


def test_whoever_works_on_a_case_has_it(office: Office) -> None:
    moved, written, token = office.case(), office.case(), office.token()
    tag = office.get(f"/cases/{moved.id}", token).headers["etag"]
    assert move(office, moved, token, "checking", tag).json()["acknowledged_at"] is not None
    assert write(office, written, token, '"k1"').status_code == 201
    with office.database.reading() as db:
        kept = [cases.by_id(db, office.keys, HERE, case.id) for case in (moved, written)]
        assert [case.acknowledged for case in kept if case] == [moved.received, written.received]
        assert [*channels(db, HERE, moved.id)] == ["api"]


@pytest.mark.both_databases
def test_a_message_is_sent_once(office: Office) -> None:
    case, token = office.case(), office.token()
    first, again = (write(office, case, token, '"k1"') for _ in range(2))
    assert (first.status_code, first.json()["text"]) == (201, TEXT["text"])
    assert (again.status_code, again.json(), again.headers["location"]) == (
        201,
        first.json(),
        first.headers["location"],
    )
    true_of("Message", first.json())
    listed = office.get(f"/cases/{case.id}/messages", token).json()
    true_of("Messages", listed)
    assert listed == {"messages": [first.json()]}
    assert kind_of(write(office, case, token, '"k1"', {"text": "other"})) == "OtherBody"
    assert kind_of(write(office, case, token, "")) == "NoKey"
    assert write(office, case, token, '"k2"').json()["id"] != first.json()["id"]


@pytest.mark.parametrize("text", ["", "\u200b \n", "あ" * 2001, 1])
def test_a_message_nobody_could_read_is_not_sent(office: Office, text: object) -> None:
    case, token = office.case(), office.token()
    answer = write(office, case, token, '"k"', {"text": text})
    assert kind_of(answer) == "BadBody"
    assert [each["pointer"] for each in answer.json()["errors"]] == ["#/text"]
    assert write(office, case, token, '"k"').status_code == 201, "mended, it goes under the same key"
