"""Signing once more with a key of one's own: offered quietly, taken once, nothing lost where it does not fit."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from portal.consent import log
from portal.consent.findings import Finding, genuine
from portal.consent.own_key.challenge import challenge, written
from portal.consent.verify import verify
from portal.web.house import House
from tests.journeys.benefit import SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import sent
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
