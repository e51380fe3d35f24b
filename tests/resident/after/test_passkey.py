"""Signing once more with a key of one's own: offered quietly, taken once, nothing lost where it does not fit."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from portal.cases import case as cases
from portal.cases.course import events
from portal.cases.course.events import SIGNED
from portal.cases.since import checked
from portal.consent import log
from portal.consent.findings import Finding, genuine
from portal.consent.own_key.challenge import challenge, written
from portal.consent.verify import verify
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import sent
from tests.resident.principal.helped import applied, entered, linked, signed
from tests.resident.principal.test_sign import TOWN, opened, told
from tests.security.authenticator import PRESENT, Authenticator

WISH = re.compile(r'data-wish="([^"]+)"')


@pytest.fixture
def named(house: House) -> None:
    """The portal stands under a name, for which browsers make keys."""
    house.settings = replace(house.settings, address="http://localhost")


def wish(page: str) -> dict[str, str]:
    """What the page's script is told; empty where nothing is offered."""
    found = WISH.search(page)
    return json.loads(html.unescape(found[1])) if found else {}


def asked(resident: TestClient, number: str) -> bytes:
    """What is to be signed, worked out from the file to keep."""
    kept = resident.get(f"{SERVICE}/bundle/{number}/open").json()
    return challenge([one["record"] for one in kept["records"]])


def signing(phone: Authenticator, over: bytes) -> dict[str, str]:
    """What the page's script sends."""
    return {"do": "passkey", "made": phone.made(over), "signed": phone.signed(over)}


@pytest.mark.usefixtures("named")
def test_it_is_offered_once_and_stands_in_receipt_and_file(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    over, offered = asked(resident, number), wish(resident.get(f"{SERVICE}/done").text)
    assert offered["challenge"] == written(over)
    assert (offered["place"], offered["algorithms"]) == ("localhost", [-7, -257])
    assert number in offered["user"]
    page = resident.post(f"{SERVICE}/done", data=signing(Authenticator(), over))
    assert page.status_code == 200
    assert "鍵（パスキー）でも、令和8年11月24日（2026年）に印を付けました。" in page.text
    assert not wish(page.text)
    told = resident.get(f"{SERVICE}/bundle/{number}/all").json()
    found = verify(told, log.verifiers(house.keys, "990019"))
    assert Finding("passkey", "proven") in found
    assert genuine(found)


@pytest.mark.usefixtures("named")
def test_sent_twice_it_is_one_signature(phone: Phone) -> None:
    resident = phone()
    number = sent(resident)
    over = asked(resident, number)
    told = signing(Authenticator(), over)
    for again in (told, told, signing(Authenticator(), over)):
        resident.post(f"{SERVICE}/done", data=again)
    records = resident.get(f"{SERVICE}/bundle/{number}/all").json()["records"]
    assert [one["record"]["event"] for one in records].count("signed") == 1


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize("amiss", ["nothing", "other", "flags", "origin"])
def test_what_does_not_fit_is_told_and_changes_nothing(phone: Phone, amiss: str) -> None:
    resident = phone()
    number = sent(resident)
    key, over = Authenticator(), asked(resident, number)
    if amiss == "flags":
        key.flags = PRESENT
    if amiss == "origin":
        key.origin = "http://localhost:1"
    told = signing(key, bytes(32) if amiss == "other" else over) if amiss != "nothing" else {"do": "passkey"}
    page = resident.post(f"{SERVICE}/done", data=told)
    assert page.status_code == 422
    assert "申し込みは、受けつけてあります。" in page.text
    assert number in page.text
    assert wish(page.text), "it can be tried again"
    records = resident.get(f"{SERVICE}/bundle/{number}/all").json()["records"]
    assert all(one["record"]["event"] == "given" for one in records)


@pytest.mark.usefixtures("named")
def test_what_was_taken_back_is_not_signed(phone: Phone) -> None:
    resident = phone()
    number = sent(resident)
    over = asked(resident, number)
    resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"})
    assert not wish(resident.get(f"{SERVICE}/done").text)
    resident.post(f"{SERVICE}/done", data=signing(Authenticator(), over))
    records = resident.get(f"{SERVICE}/bundle/{number}/all").json()["records"]
    assert "signed" not in [one["record"]["event"] for one in records]


@pytest.mark.usefixtures("named")
def test_another_phone_signs_nothing(phone: Phone) -> None:
    number = sent(phone())
    assert number
    assert phone().post(f"{SERVICE}/done", data=signing(Authenticator(), bytes(32))).status_code == 404


def test_where_browsers_make_no_keys_nothing_is_offered(phone: Phone) -> None:
    resident = phone()
    sent(resident)
    page = resident.get(f"{SERVICE}/done")
    assert not wish(page.text)
    assert "パスキー" not in page.text


@pytest.mark.parametrize("own", [True, False])
def test_who_gave_their_word_signs_it_with_a_key_of_their_own(phone: Phone, house: House, own: bool) -> None:
    house.settings = replace(house.settings, address="http://localhost")
    _, mother, number = opened(phone)
    signed(mother)
    given = [entry["record"] for entry in told(house, number)["consent"]["records"]]
    page = mother.get(f"{HOME}/signed")
    assert wish(page.text)["challenge"] == written(challenge(given))
    over = challenge(given) if own else bytes(32)
    page = mother.post(f"{HOME}/signed", data=signing(Authenticator(), over))
    assert page.status_code == (200 if own else 422)
    assert ("に印を付けました。" in page.text) is own
    assert bool(wish(page.text)) is not own
    with house.database.reading() as db:
        case = cases.by_number(db, house.keys, TOWN, number)
        assert case
        found = checked.state(db, house.keys, case)
        said = [one.data["by"] for one in events.of_case(db, TOWN, case.id) if one.type == SIGNED]
    assert said == (["principal"] if own else [])
    assert (Finding("passkey", "proven") in found.word) is own
    assert Finding("passkey", "proven") not in found.own
    assert found.genuine


def test_on_the_others_telephone_no_key_is_offered(phone: Phone, house: House) -> None:
    house.settings = replace(house.settings, address="http://localhost")
    daughter = phone()
    number = applied(daughter)
    link = linked(daughter, number)
    daughter.post(link, data={"do": "handed"})
    entered(daughter, link)
    assert not wish(signed(daughter).text)
    key = Authenticator()
    page = daughter.post(f"{HOME}/signed", data=signing(key, bytes(32)))
    assert "に印を付けました。" not in page.text
