"""What came on paper becomes a case as any other, and says honestly that nobody pressed anything."""

from __future__ import annotations

import gc
import re
from base64 import b64encode
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from portal.api.v1.call import Call
from portal.api.v1.shapes.submission import Submission
from portal.cases import case as cases
from portal.cases.case import Case
from portal.consent import log
from portal.consent.findings import genuine
from portal.consent.verify import verify
from portal.storage import files
from tests.api.given import HERE, Office, kind_of
from tests.api.v1.asked.test_services import town
from tests.api.v1.shapes.given import true_of
from tests.journeys.benefit import TYPED

__all__ = ["town"]
BODY: dict[str, Any] = {
    "answers": {key: dict(typed) for key, typed in TYPED.items()},
    "consent": {"statements": ["act", "truthful", "check", "once"], "signed_on": "2026-11-20"},
}
PICTURE = Path(__file__).parents[4] / "a11y" / "pictures" / "home.png"


def hand_in(town: Office, token: str, body: Any = BODY, key: str = "k1", **headers: str) -> Any:
    """The answer to a paper."""
    sent = {"Authorization": f"Bearer {token}", "Idempotency-Key": f'"{key}"', **headers}
    return town.web.post("/api/v1/services/kyufukin/submissions", json=body, headers=sent)


def case_of(town: Office, receipt: Any) -> Case:
    """The case a receipt is of."""
    with town.database.reading() as db:
        case = cases.by_id(db, town.keys, HERE, receipt.json()["id"])
    assert case
    return case


def changed(**answers: Any) -> dict[str, Any]:
    """The paper with other answers; None takes one away."""
    body = deepcopy(BODY)
    body["answers"] |= {key.replace("_", "-"): value for key, value in answers.items()}
    body["answers"] = {key: value for key, value in body["answers"].items() if value is not None}
    return body


def problems(answer: Any) -> dict[str, str]:
    """What is amiss, by where."""
    assert kind_of(answer) == "BadBody"
    true_of("Problem", answer.json())
    return {each["pointer"]: each["detail"] for each in answer.json()["errors"]}


@pytest.mark.both_databases
def test_a_paper_becomes_a_case_once(town: Office) -> None:
    token = town.token()
    first, again = hand_in(town, token), hand_in(town, token)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    true_of("Receipt", first.json())
    listed = town.get("/cases", token).json()["cases"]
    assert [case["number"] for case in listed] == [first.json()["number"]]
    assert listed[0]["applicant"]["name"] == "髙橋　花子"
    assert first.headers["location"] == f"/api/v1/cases/{listed[0]['id']}"
    (event,) = town.get("/events", token).json()["events"]
    assert (event["type"], event["case"]) == ("case.received", listed[0]["id"])
    other = hand_in(town, token, changed(phone=""), "k2")
    assert other.json()["earlier"] == [first.json()["number"]]
    assert "left-empty" in [flag["code"] for flag in other.json()["flags"]]


def test_even_when_the_answer_was_lost_it_is_one_case(town: Office) -> None:
    token = town.token()
    first = hand_in(town, token)
    with town.database.writing() as db:
        db.exec_driver_sql("DELETE FROM api_once")
    assert hand_in(town, token).json()["number"] == first.json()["number"]


def test_its_consent_is_declared_by_the_partner(town: Office) -> None:
    case = case_of(town, hand_in(town, town.token()))
    for entry in case.consent["records"]:
        record = entry["record"]
        assert (record["act"]["means"], record["actor"]["role"]) == ("paper", "partner")
        assert record["paper"] == {"signed_on": "2026-11-20", "declared_by": "partner"}
    assert case.consent["name"] == "system"
    assert case.channel == "paper"
    assert genuine(verify(case.consent, [*log.verifiers(town.keys, HERE)]))


@pytest.mark.parametrize("left_out", ["act", "truthful", "check", "once"])
def test_what_the_paper_does_not_say_is_not_agreed_to(town: Office, left_out: str) -> None:
    body = deepcopy(BODY)
    body["consent"]["statements"].remove(left_out)
    assert left_out in problems(hand_in(town, town.token(), body))["#/consent/statements"]


def test_a_mandate_must_stand_on_the_paper(town: Office) -> None:
    body = changed(
        filer="proxy",
        proxy_kind="carer",
        proxy_relation="child",
        proxy_name=dict(TYPED["applicant-name"]) | {"given": "太郎", "given_kana": "タロウ"},
        proxy_address=dict(TYPED["address"]),
        proxy_phone="090-1234-5678",
        proxy_reason="illness",
        lives_alone="yes",
    )
    assert "asked" in problems(hand_in(town, town.token(), body))["#/consent/statements"]
    body["consent"]["statements"].append("asked")
    case = case_of(town, hand_in(town, town.token(), body))
    assert case.helper
    assert case.helper.name == "髙橋　太郎"


def test_each_field_is_told_in_the_callers_language(town: Office) -> None:
    body = changed(birth_date={"era": "showa", "year": "x", "month": "4", "day": "1"}, filer=None, x="y")
    body["answers"]["applicant-name"]["nickname"] = "はな"
    found = problems(hand_in(town, town.token(), body))
    assert {where.split("/")[2] for where in found} == {"birth-date", "filer", "x", "applicant-name"}
    assert "#/answers/applicant-name/nickname" in found
    english = hand_in(town, town.token(), body, **{"Accept-Language": "en"})
    assert not re.search("[ぁ-んァ-ン]", english.text)
    assert town.get("/cases", town.token()).json()["cases"] == []


def test_a_household_is_told_one_by_one(town: Office) -> None:
    body = changed(filer="family", everybody="no", **{"receives.a": "receive", "receives.p1": "receive"})
    body["people"] = {"members": [{"family": "髙橋", "given": "一郎"}]}
    found = problems(hand_in(town, town.token(), body))
    assert any(where.startswith("#/people/members/0/") for where in found)
    whole = {
        "family_kana": "たかはし",
        "given_kana": "いちろう",
        "era": "showa",
        "year": "40",
        "month": "1",
        "day": "2",
    }
    body["people"]["members"][0] |= whole | {"relation": "child"}
    answer = hand_in(town, town.token(), body)
    assert answer.status_code == 201, answer.text
    persons = {(each.id, each.person) for each in case_of(town, answer).answers}
    assert {("receives", "a"), ("receives", "p1")} <= persons


def test_files_come_along_safe(town: Office) -> None:
    body = changed(identity_way="now")
    assert "#/answers/identity-photo" in problems(hand_in(town, town.token(), body))
    file = {"question": "identity-photo", "name": "menkyo.png", "content": b64encode(PICTURE.read_bytes()).decode()}
    for content, where in (("%", "#/files/0/content"), (b64encode(b"no picture").decode(), "#/files/0")):
        assert where in problems(hand_in(town, town.token(), body | {"files": [file | {"content": content}]}))
    case = case_of(town, hand_in(town, town.token(), body | {"files": [file]}))
    with town.database.reading() as db:
        kept = files.read(db, town.keys.town(HERE), HERE, case.files[0])
    assert kept
    assert kept.media_type.startswith("image/")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"language": "fr"}, "#/language"),
        ({"version": "0" * 64}, "#/version"),
        ({"version": "x"}, "#/version"),
        ({"consent": BODY["consent"] | {"signed_on": "2026-11-25"}}, "#/consent/signed_on"),
        ({"consent": BODY["consent"] | {"signed_on": "2026-02-30"}}, "#/consent/signed_on"),
        ({"consent": {"statements": ["gone"], "signed_on": "2026-11-20"}}, "#/consent/statements"),
    ],
)
def test_what_stands_around_the_answers_is_read_too(town: Office, change: dict[str, Any], where: str) -> None:
    assert [*problems(hand_in(town, town.token(), BODY | change))] == [where]


def test_what_takes_no_applications_is_told(town: Office) -> None:
    town.now = town.now.replace(year=2030)
    assert kind_of(hand_in(town, town.token())) == "Closed"
    assert kind_of(hand_in(town, town.token(departments=["residents"]))) == "NotFound"


def test_a_paper_with_a_wrong_photo_is_let_go_at_once(town: Office) -> None:
    token = town.token()
    photo = {"question": "passbook", "name": "a.jpg", "content": b64encode(b"none").decode()}
    gc.collect()
    gc.disable()
    try:
        answer = hand_in(town, token, BODY | {"files": [photo]})
        kept = sum(isinstance(each, Call | Submission) for each in gc.get_objects())
    finally:
        gc.enable()
    assert "#/files/0" in problems(answer)
    assert kept == 0
