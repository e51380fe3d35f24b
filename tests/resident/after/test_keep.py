"""The file to keep: genuine to anybody, with the answers only on the phone that sent them."""

from __future__ import annotations

import json

from portal.consent import log
from portal.consent.findings import FAILED, genuine
from portal.consent.verify import verify
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, sent


def test_the_file_is_genuine_and_holds_the_answers(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    file = resident.get(f"{SERVICE}/bundle/{number}/all")
    assert file.headers["content-type"].startswith("application/json")
    assert file.headers["content-disposition"] == f'attachment; filename="yorisoi-{number}.json"'
    assert file.headers["cache-control"] == "no-store"
    found = verify(file.json(), log.verifiers(house.keys, "990019"))
    assert genuine(found)
    assert ("answers", "proven") in [(one.what, one.state) for one in found]
    changed = json.loads(file.text.replace("花子", "太郎"))
    assert FAILED in [one.state for one in verify(changed, log.verifiers(house.keys, "990019"))]


def test_the_file_for_others_tells_nothing_of_the_answers(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    file = resident.get(f"{SERVICE}/bundle/{number}/open")
    assert "花子" not in file.text
    assert "salt" not in file.json()
    assert genuine(verify(file.json(), log.verifiers(house.keys, "990019")))
    assert f"{SERVICE}/bundle/{number}/open" in resident.get(f"{SERVICE}/done").text


def test_number_and_birth_date_give_the_file_without_answers_only(phone: Phone) -> None:
    number = sent(phone())
    other = phone()
    page = other.post(f"{HOME}/status", data={"number": number, **BORN}).text
    assert f"{SERVICE}/bundle/{number}/open" in page
    assert f"{SERVICE}/bundle/{number}/all" not in page
    assert "花子" not in other.get(f"{SERVICE}/bundle/{number}/all").text
    assert phone().get(f"{SERVICE}/bundle/{number}/open").url.path == f"{HOME}/status"


def test_what_was_taken_back_is_in_the_file(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"})
    told = resident.get(f"{SERVICE}/bundle/{number}/all").json()
    assert told["records"][-1]["record"]["event"] == "withdrawn"
    assert genuine(verify(told, log.verifiers(house.keys, "990019")))
