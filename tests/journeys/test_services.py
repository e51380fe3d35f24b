"""Every service, from its first page to the department's mailbox and the API, on both databases."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest

from portal.delivery.send import Worker
from portal.web.house import House
from tests.accounts.given import bearer
from tests.delivery.given import Mailbox, mail_server
from tests.journeys.walker import Picks, Walker
from tests.resident.conftest import Phone
from tests.resident.filling import receipt_number

WAYS: dict[str, tuple[str, str, Picks]] = {
    "the benefit for one": ("kyufukin", "ja", {"filer": "self", "identity-way": "now"}),
    "the benefit for a family, one of them declines": (
        "kyufukin",
        "ja",
        {
            "filer": "family",
            "members": "花子 太郎",
            "everybody": "no",
            "receives.a": "receive",
            "receives.p1": "decline",
            "receives.p2": "receive",
            "really-declines": "decline",
            "identity-way": "bring",
        },
    ),
    "the benefit asked for by a carer": (
        "kyufukin",
        "ja",
        {"filer": "proxy", "proxy-kind": "carer", "lives-alone": "yes", "identity-way": "post"},
    ),
    "care for a mother, in easy Japanese": (
        "kaigo-nintei",
        "ja-simple",
        {"filer": "family", "insured-number": "００１２３４５６７８"},
    ),
    "a copy of the residence record, in English": ("juminhyo", "en", {"copies": "２"}),
}


def walker(house: House, phone: Phone, way: tuple[str, str, Picks]) -> Walker:
    """A resident about to begin."""
    service, language, picks = way
    version = house.catalogue.version_on("990019", service, date(2026, 11, 24))
    assert version is not None
    return Walker(phone(), version, picks, language)


def mails(house: House) -> list[EmailMessage]:
    """What a real mail server took, that for the department first."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        settings = replace(house.settings, smtp_url=f"smtp://127.0.0.1:{port}")
        worker = Worker(house.database, house.keys, settings, house.clock)
        assert asyncio.run(worker.try_once()) == len(mailbox.taken)
        assert asyncio.run(worker.try_once()) == 0
    return sorted(mailbox.taken, key=lambda mail: not [*mail.iter_attachments()])


def delivered(house: House) -> tuple[dict[str, Any], str]:
    """What the department was sent: the case as JSON, and the subject."""
    mail, *_ = mails(house)
    (told,) = [part for part in mail.iter_attachments() if part.get_content_type() == "application/json"]
    return json.loads(told.get_content()), str(mail["subject"])


def fetched(house: House, phone: Phone) -> dict[str, Any]:
    """The same case as another system of the town reads it."""
    departments = ["welfare", "care", "residents"]
    with house.database.writing() as db:
        token = bearer(db, house.clock(), departments)
    listed = phone().get("/api/v1/cases", headers={"Authorization": f"Bearer {token}"}).json()
    (case,) = listed["cases"]
    one = phone().get(f"/api/v1/cases/{case['id']}", headers={"Authorization": f"Bearer {token}"}).json()
    assert one == case
    return dict(one)


@pytest.mark.both_databases
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_from_the_first_page_to_the_department(house: House, phone: Phone, way: tuple[str, str, Picks]) -> None:
    resident = walker(house, phone, way)
    resident.to_review()
    number = receipt_number(resident.send())
    told, subject = delivered(house)
    assert subject.startswith(number)
    assert told["number"] == number
    assert told["language"] == way[1]
    found = fetched(house, phone)
    assert found.pop("seen_at") is not None
    assert told.pop("seen_at") is None, "the letter is sent before anybody has fetched it"
    assert told == found
    asked = [(answer["id"], answer["person"]) for answer in told["answers"]]
    assert [f"{id}.{person}" if person else id for id, person in asked] == resident.seen


def test_staff_see_who_declined_and_who_helped(house: House, phone: Phone) -> None:
    resident = walker(house, phone, WAYS["the benefit for a family, one of them declines"])
    resident.to_review()
    resident.send()
    told, _ = delivered(house)
    declined = {answer["person"]: answer["value"] for answer in told["answers"] if answer["id"] == "receives"}
    assert declined == {"a": "receive", "p1": "decline", "p2": "receive"}
    assert [answer["person"] for answer in told["answers"] if answer["id"] == "really-declines"] == ["p1"]


def test_the_helper_is_never_the_applicant(house: House, phone: Phone) -> None:
    resident = walker(house, phone, WAYS["the benefit asked for by a carer"])
    resident.to_review()
    resident.send()
    told, _ = delivered(house)
    assert told["helper"]["name"]
    given = [entry["record"] for entry in told["consent"]["records"]]
    assert {record["actor"]["role"] for record in given} == {"proxy"}
    assert [record["type"] for record in given] == ["declaration", "consent", "acknowledgement", "mandate"]


def test_a_photo_comes_along_with_the_letter(house: House, phone: Phone) -> None:
    resident = walker(house, phone, WAYS["the benefit for one"])
    resident.to_review()
    resident.send()
    told, _ = delivered(house)
    assert any(answer["kind"] == "photo" and answer["value"] for answer in told["answers"])


def test_who_gave_an_address_is_told_that_it_came_and_nothing_more(house: House, phone: Phone) -> None:
    resident = walker(house, phone, WAYS["the benefit for one"])
    resident.to_review()
    number = receipt_number(resident.send())
    department, receipt = mails(house)
    told = json.loads(
        next(part for part in department.iter_attachments() if "json" in part.get_content_type()).get_content()
    )
    (address,) = [answer["value"] for answer in told["answers"] if answer["kind"] == "email"]
    assert receipt["to"] == address
    assert receipt["from"].addresses[0].display_name == "かすみがはま市"
    assert number in receipt["subject"]
    said = "".join(part.get_content() for part in receipt.walk() if part.get_content_maintype() == "text")
    assert "7日くらいで、役所の人が内容を確かめます。" in said
    assert told["applicant"]["name"] not in said
    assert not [*receipt.iter_attachments()]
