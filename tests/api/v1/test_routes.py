"""The addresses of version 1 answer as an API does: to reading, without forms, without cookies."""

from __future__ import annotations

from tests.api.given import Office


def test_the_head_of_an_answer_can_be_had_alone(office: Office) -> None:
    case, token = office.case(), office.token()
    answer = office.web.head(f"/api/v1/cases/{case.id}", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"]


def test_a_closing_slash_does_no_harm(office: Office) -> None:
    assert office.get("/cases/", office.token()).status_code == 200


def test_no_cookie_is_set(office: Office) -> None:
    answer = office.get("/cases", office.token())
    assert "set-cookie" not in answer.headers


def test_answers_travel_compressed(office: Office) -> None:
    for n in range(5):
        office.case(key=f"d{n}")
    assert office.get("/cases", office.token(), Accept_Encoding="gzip").headers["content-encoding"] == "gzip"
