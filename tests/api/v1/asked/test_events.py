"""The feed: everything that happened to the cases of a system's departments, once, in order."""

from __future__ import annotations

import pytest

from portal.accounts.scope import READ_EVENTS
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


def test_what_cannot_be_read_is_told(office: Office) -> None:
    token = office.token()
    assert kind_of(office.get("/events?after=x", token)) == "BadAfter"
    assert kind_of(office.get("/events?limit=0", token)) == "BadLimit"
