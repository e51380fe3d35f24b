"""From an application to its answer: a resident applies, a clerk comes in and decides, the resident reads it."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from portal.accounts.staff import invitation
from portal.accounts.staff import person as people
from portal.app import create
from portal.web.house import House
from tests.desk.given import answered
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, sent
from tests.security.authenticator import Authenticator

PLACE = "http://localhost:8123"
DESK = "/desk/kasumigahama"


def clerk(house: House) -> TestClient:
    """Somebody invited to the desk, who makes a key and is in."""
    headers = {"sec-fetch-site": "same-origin"}
    browser = TestClient(create(house), base_url=PLACE, headers=headers, follow_redirects=False)
    somebody = people.new("990019", "田中 一郎", {"welfare": frozenset({"approver"})}, house.clock())
    with house.database.writing() as db:
        people.add(db, house.keys, somebody)
        link = f"{DESK}/invitation/{invitation.invite(db, somebody, house.clock())}"
    key = Authenticator(origin=PLACE, host="localhost")
    assert answered(browser, key, link, name="窓口のパソコン").status_code == 303
    return browser


def hidden(page: str) -> dict[str, str]:
    """What every form of a case carries."""
    return dict(re.findall(r'name="(revision|at)" value="(\d+)"', page))


def test_an_application_is_answered(phone: Phone, house: House) -> None:
    number = sent(phone())
    browser = clerk(house)
    [case] = re.findall(rf'href="({DESK}/cases/\w+)"', browser.get(f"{DESK}/cases").text)
    for typed in ({"do": "move", "to": "checking"}, {"do": "decide", "end": "accepted"}):
        page = browser.get(case).text
        assert number in page
        assert browser.post(case, data={**typed, **hidden(page)}).headers["location"].startswith(f"{case}?done=")
    status = phone().post(f"{HOME}/status", data={"number": number, **BORN}).text
    assert "手続きが終わりました" in status
    assert "福祉課 給付金係の人が見ました。" in status
    checked = browser.post(case, data={"do": "consent"}).text
    assert "この控えは、本物です。" in checked
