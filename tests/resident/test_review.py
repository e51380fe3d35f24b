"""The review and the act: every answer with its change, and one case however often it is pressed."""

from __future__ import annotations

from threading import Thread

import pytest
from sqlalchemy import func, select

from portal.cases.case import CaseRow
from portal.delivery.outbox import EnvelopeRow
from portal.storage.database import rows
from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED, pressing
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun, pressed, receipt_number, reviewed


def count(house: House, model: type) -> int:
    """How many rows there are."""
    with house.database.reading() as db:
        return int(db.execute(select(func.count()).select_from(rows(model))).scalar_one())


def test_every_answer_can_be_changed_and_the_review_comes_back(phone: Phone) -> None:
    resident = phone()
    page = reviewed(resident)
    for step in TYPED:
        assert f'href="{SERVICE}/{step}"' in page.text
    again = answered(resident, "phone", {"value": "090-1111-2222"})
    assert again.url.path == f"{SERVICE}/review"
    assert "090-1111-2222" in again.text


def test_a_branch_changed_on_the_way_asks_what_is_new(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    page = answered(resident, "account-place", {"value": "yucho"})
    assert page.url.path == f"{SERVICE}/postal-account"
    back = answered(resident, "account-place", {"value": "bank"})
    assert back.url.path == f"{SERVICE}/review"
    assert "みずほ銀行" in back.text, "the answer off the way was not dropped before sending"


@pytest.mark.both_databases
def test_pressed_twice_at_once_it_is_one_case(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    seen = pressing(resident.get(f"{SERVICE}/consent").text)
    pages: list[str] = []

    def press() -> None:
        twin = phone()
        twin.cookies = resident.cookies
        pages.append(receipt_number(twin.post(f"{SERVICE}/consent", data=seen)))

    both = [Thread(target=press) for _ in range(4)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(pages) == 4
    assert len(set(pages)) == 1
    assert count(house, CaseRow) == count(house, EnvelopeRow) == 1


def test_back_after_sending_leads_to_the_same_receipt(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    first = receipt_number(pressed(resident))
    for path in ("consent", "review", "phone", "done"):
        assert receipt_number(resident.get(f"{SERVICE}/{path}")) == first
    assert receipt_number(answered(resident, "phone", {"value": "0312345678"})) == first


def test_a_stranger_sees_neither_review_nor_receipt(phone: Phone) -> None:
    reviewed(phone())
    stranger = phone()
    assert "髙橋" not in stranger.get(f"{SERVICE}/review").text
    assert stranger.get(f"{SERVICE}/done").status_code == 404


def test_an_act_without_its_button_is_no_act(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    page = resident.post(f"{SERVICE}/consent", data={})
    assert page.url.path == f"{SERVICE}/consent"
    assert count(house, CaseRow) == 0


def test_a_new_application_may_follow(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    pressed(resident)
    assert begun(resident).url.path == f"{SERVICE}/filer"
    reviewed(resident)
    answered(resident, "applicant-name", TYPED["applicant-name"] | {"given": "太郎", "given_kana": "たろう"})
    answered(resident, "bank-account", TYPED["bank-account"] | {"holder": "たかはし たろう"})
    pressed(resident)
    assert count(house, CaseRow) == 2


def test_what_was_not_shown_is_not_sealed(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    shown = pressing(resident.get(f"{SERVICE}/consent").text)
    answered(resident, "phone", {"value": "090-1111-2222"})
    page = resident.post(f"{SERVICE}/consent", data=shown)
    assert "さっきと変わっています" in page.text
    assert "090-1111-2222" in page.text
    assert count(house, CaseRow) == 0
    receipt_number(resident.post(f"{SERVICE}/consent", data=pressing(page.text)))
    assert count(house, CaseRow) == 1
