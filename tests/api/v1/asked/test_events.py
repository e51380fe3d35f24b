"""The feed: everything that happened to the cases of a system's departments, once, in order."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portal.accounts.scope import READ_EVENTS
from portal.cases.course.feed import DAYS, shorten
from tests.api.given import Office, kind_of
from tests.api.v1.shapes.given import true_of


@pytest.mark.both_databases
def test_a_reader_misses_nothing_and_reads_nothing_twice(office: Office) -> None:
    token, seen, after = office.token(scopes=[READ_EVENTS]), [], ""
    sent = [office.case(key=f"d{n}", department=("welfare", "residents")[n % 2]).id for n in range(5)]
    for _ in range(3):
        page = office.get(f"/events?limit=2&after={after}", token)
        true_of("Events", page.json())
        seen += [event["case"] for event in page.json()["events"]]
        after = page.json()["next"]
    assert seen == sent
    assert page.json()["more"] is False
    again = office.get(f"/events?after={after}", token, If_None_Match='"x"').json()
    assert again["events"] == []


def test_the_next_page_is_linked(office: Office) -> None:
    token = office.token()
    cases = [office.case(key=f"d{n}") for n in range(3)]
    first = office.get("/events?limit=2", token)
    rest = office.web.get(first.links["next"]["url"], headers={"Authorization": f"Bearer {token}"})
    assert [event["case"] for event in rest.json()["events"]] == [cases[2].id]


def test_who_stayed_away_too_long_is_told_how_to_catch_up(office: Office) -> None:
    token = office.token()
    nothing_yet = office.get("/events", token).json()["next"]
    case, was = office.case(key="d1"), office.now
    over = was + timedelta(days=DAYS + 1)
    with office.database.writing() as db:
        assert shorten(db, case.municipality, over, 9) == 1
    answer = office.get(f"/events?after={nothing_yet}", token, Accept_Language="en")
    assert (answer.status_code, kind_of(answer)) == (410, "OldAfter")
    assert "/api/v1/cases" in answer.json()["detail"]
    assert "90 days" in answer.json()["detail"]
    again = office.get("/events", token).json()
    assert (again["events"], again["more"]) == ([], False)
    assert office.get(f"/events?after={again['next']}", token).status_code == 200


def test_what_cannot_be_read_is_told(office: Office) -> None:
    token = office.token()
    assert kind_of(office.get("/events?after=x", token)) == "BadAfter"
    assert kind_of(office.get("/events?limit=0", token)) == "BadLimit"
