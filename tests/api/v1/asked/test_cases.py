"""A system gets every case of its departments once, and nothing of anybody else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from portal.cases.case import by_id
from portal.cases.document import document
from tests.api.given import HERE, THERE, Office, kind_of


@pytest.mark.both_databases
def test_polling_gets_every_case_once(office: Office) -> None:
    token, seen, after = office.token(), [], ""
    sent = [office.case(key=f"d{n}", department=("welfare", "residents")[n % 2]).number for n in range(5)]
    for _ in range(3):
        page = office.get(f"/cases?limit=2&after={after}", token).json()
        seen += [case["number"] for case in page["cases"]]
        after = page["next"]
    assert seen == sent
    assert page["more"] is False
    late = office.case(key="late")
    page = office.get(f"/cases?after={after}", token).json()
    assert [case["number"] for case in page["cases"]] == [late.number]
    again = office.get(f"/cases?after={page['next']}", token).json()
    assert (again["cases"], again["next"], again["more"]) == ([], page["next"], False)


def test_the_next_page_is_linked(office: Office) -> None:
    token = office.token()
    cases = [office.case(key=f"d{n}") for n in range(3)]
    first = office.get("/cases?limit=2", token)
    rest = office.web.get(first.links["next"]["url"], headers={"Authorization": f"Bearer {token}"})
    assert [case["id"] for case in rest.json()["cases"]] == [cases[2].id]
    assert "next" not in rest.links


def test_the_host_header_has_no_say_in_the_link(office: Office) -> None:
    for n in range(2):
        office.case(key=f"d{n}")
    headers = {"Authorization": f"Bearer {office.token()}", "Host": "evil.example"}
    link = office.web.get("/api/v1/cases?limit=1", headers=headers).headers["link"]
    assert link.startswith("</api/v1/cases?limit=1&after=c")


@pytest.mark.both_databases
@pytest.mark.parametrize("id", ["%00", "a%00b", "..%2f..", "%F0%9F%98%80"])
def test_what_is_no_id_is_not_found(office: Office, id: str) -> None:
    token = office.token()
    assert office.get(f"/cases/{id}", token).status_code == 404
    assert office.get(f"/cases/{id}/files/{id}", token).status_code == 404


def test_since_a_moment(office: Office) -> None:
    token = office.token()
    office.case(key="old")
    office.now += timedelta(days=2)
    new = office.case(key="new")
    page = office.get("/cases?since=2026-11-26T09:59:00%2B09:00", token).json()
    assert [case["id"] for case in page["cases"]] == [new.id]


def test_a_case_is_the_document_of_the_mails(office: Office) -> None:
    case, token = office.case(), office.token()
    seen = document(replace(case, seen=office.now))
    assert office.get(f"/cases/{case.id}", token).json() == seen
    assert office.get("/cases", token).json()["cases"] == [seen]


@pytest.mark.both_databases
@pytest.mark.parametrize("path", ["/cases", "/cases/{id}"])
def test_a_case_counts_as_seen_from_the_first_time_it_is_given(office: Office, path: str) -> None:
    case, token = office.case(), office.token()
    first = office.now
    office.get(path.format(id=case.id), office.token(("residents",)))
    assert seen_at(office, case.id) is None, "another department has not been given it"
    for _ in range(2):
        office.get(path.format(id=case.id), token)
        office.now += timedelta(days=1)
    assert seen_at(office, case.id) == first


def seen_at(office: Office, id: str) -> datetime | None:
    """When the office was first given a case."""
    with office.database.reading() as db:
        case = by_id(db, office.keys, HERE, id)
    assert case
    return case.seen


@pytest.mark.both_databases
def test_nothing_of_another_town_or_department(office: Office) -> None:
    case = office.case(files=("f1",))
    office.file("f1")
    strangers = [
        office.token(town=THERE),
        office.token(departments=["residents"]),
        office.token(departments=[]),
    ]
    for token in strangers:
        assert office.get("/cases", token).json()["cases"] == []
        assert kind_of(office.get(f"/cases/{case.id}", token)) == "NotFound"
        assert kind_of(office.get(f"/cases/{case.id}/files/f1", token)) == "NotFound"
    there = office.case(municipality=THERE, key="there")
    assert kind_of(office.get(f"/cases/{there.id}", office.token(town=HERE))) == "NotFound"


def test_a_file_comes_as_it_was_sent(office: Office) -> None:
    case, token = office.case(files=("f1",)), office.token()
    office.file("f1")
    answer = office.get(f"/cases/{case.id}/files/f1", token)
    assert answer.content == b"\xff\xd8photo"
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%E9%80%9A%E5%B8%B3.jpg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_a_file_can_not_pretend_to_be_a_page(office: Office) -> None:
    case, token = office.case(files=("f1",)), office.token()
    office.file("f1", 'a\r\nX: 1"; filename=evil.html', "text/html\r\nX: 1")
    answer = office.get(f"/cases/{case.id}/files/f1", token)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''a%20X")
    assert "x" not in answer.headers


def test_a_file_of_another_case_is_not_reached_through_mine(office: Office) -> None:
    mine, token = office.case(files=("f1",)), office.token()
    office.case(key="other", department="tax", files=("f2",))
    office.file("f2")
    assert kind_of(office.get(f"/cases/{mine.id}/files/f2", token)) == "NotFound"
    assert kind_of(office.get(f"/cases/{mine.id}/files/f1", token)) == "NotFound"


def test_who_has_it_already_need_not_fetch_it_again(office: Office) -> None:
    case, token = office.case(files=("f1",)), office.token()
    office.file("f1")
    for path in ("/cases", f"/cases/{case.id}", f"/cases/{case.id}/files/f1"):
        first = office.get(path, token)
        again = office.get(path, token, If_None_Match=first.headers["etag"])
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    office.case(key="new")
    assert office.get("/cases", token, If_None_Match=first.headers["etag"]).status_code == 200


def test_nothing_personal_is_kept_on_the_way(office: Office) -> None:
    case, token = office.case(), office.token()
    for path in ("/cases", f"/cases/{case.id}", "/cases/nothing"):
        assert office.get(path, token).headers["cache-control"] == "no-store"
