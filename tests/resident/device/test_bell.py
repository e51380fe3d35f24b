"""The wish to be told: offered after sending, taken for one's own case alone, gone with the wipe."""

from __future__ import annotations

import html
import re

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from portal.cases.course.bell import CaseBellRow, named
from portal.delivery.push.own_key import shown
from portal.storage.database import rows
from portal.web.house import House
from tests.delivery.push.given import Telephone
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import sent

ENDPOINT = "https://push.example/send/1"
GIVEN = {"endpoint": ENDPOINT, **Telephone().given}
OFFER = re.compile(r'<form method="post" action="([^"]+)" data-bell="([^"]+)"')


def bells(house: House) -> list[str]:
    with house.database.reading() as db:
        return [row.id for row in db.execute(select(rows(CaseBellRow)))]


def offered(page: str) -> tuple[str, str]:
    found = OFFER.search(page)
    return (html.unescape(found[1]), found[2]) if found else ("", "")


@pytest.fixture
def resident(phone: Phone) -> TestClient:
    return phone()


def test_it_is_offered_taken_and_ended(resident: TestClient, house: House) -> None:
    number = sent(resident)
    action, key = offered(resident.get(f"{SERVICE}/done").text)
    assert key == shown(house.keys)
    assert action == f"{SERVICE}/bell/{number}/here"
    taken = resident.post(action, data={"do": "ring", **GIVEN})
    assert (taken.status_code, taken.content) == (204, b"")
    assert bells(house) == [named(ENDPOINT)]
    assert resident.post(action, data={"do": "quiet", "endpoint": ENDPOINT}).status_code == 204
    assert bells(house) == []


def test_who_looks_there_is_led_to_where_answers_stand(resident: TestClient) -> None:
    number = sent(resident)
    assert resident.get(f"{SERVICE}/bell/{number}/here").url.path == f"{HOME}/status"


def test_another_phone_is_not_told(resident: TestClient, phone: Phone, house: House) -> None:
    number = sent(resident)
    assert phone().post(f"{SERVICE}/bell/{number}/here", data={"do": "ring", **GIVEN}).status_code == 404
    assert bells(house) == []


@pytest.mark.parametrize("changes", [{"endpoint": "https://127.0.0.1:5432/"}, {"p256dh": "AAAA"}, {"auth": ""}])
def test_what_no_browser_says_is_refused(resident: TestClient, house: House, changes: dict[str, str]) -> None:
    number = sent(resident)
    refused = resident.post(f"{SERVICE}/bell/{number}/here", data={"do": "ring", **GIVEN, **changes})
    assert refused.status_code == 400
    assert bells(house) == []


def test_a_case_has_so_many_and_the_next_is_told_so(resident: TestClient, house: House) -> None:
    action = f"{SERVICE}/bell/{sent(resident)}/here"
    each = [resident.post(action, data={"do": "ring", **GIVEN, "endpoint": f"{ENDPOINT}{n}"}) for n in range(9)]
    assert [answer.status_code for answer in each] == [204] * 8 + [429]


def test_after_all_was_taken_back_nothing_is_to_come(resident: TestClient, house: House) -> None:
    number = sent(resident)
    resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"})
    assert offered(resident.get(f"{SERVICE}/done").text) == ("", "")
    assert resident.post(f"{SERVICE}/bell/{number}/here", data={"do": "ring", **GIVEN}).status_code == 400


def test_the_wipe_ends_it(resident: TestClient, house: House) -> None:
    number = sent(resident)
    resident.post(f"{SERVICE}/bell/{number}/here", data={"do": "ring", **GIVEN})
    resident.post(f"{HOME}/device", data={"do": "wipe", "bell": ENDPOINT})
    assert bells(house) == []
