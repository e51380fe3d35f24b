"""The review and the act: every answer with its change, and one case however often it is pressed."""

from __future__ import annotations

from threading import Thread

import pytest
from sqlalchemy import func, select

from portal.cases.case import CaseRow, by_id
from portal.delivery.outbox import EnvelopeRow
from portal.storage.database import rows
from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED, pressing
from tests.journeys.walker import Walker
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


def agreed_to(house: House) -> list[tuple[str, list[str]]]:
    """What the one case there is was agreed to: kinds, and ids of the words."""
    with house.database.reading() as db:
        (row,) = db.execute(select(rows(CaseRow).c.id)).all()
        case = by_id(db, house.keys, "990019", row.id)
    assert case is not None
    records = [entry["record"] for entry in case.consent["records"]]
    return [(record["type"], [one["id"] for one in record["statements"]["shown"]]) for record in records]


def care(house: House, phone: Phone, **picks: str) -> Walker:
    """Somebody who applies for care, everything answered."""
    version = house.catalogue.version_on("990019", "kaigo-nintei", house.clock().date())
    assert version is not None
    walker = Walker(phone(), version, {"insured-number": "0012345678", **picks})
    walker.to_review()
    return walker


USUAL = [("declaration", ["act", "truthful"]), ("consent", ["doctor"]), ("acknowledgement", ["use"])]


@pytest.mark.parametrize("ticked", [True, False])
def test_what_nothing_depends_on_is_asked_by_itself_and_never_ticked_before(
    phone: Phone, house: House, ticked: bool
) -> None:
    walker = care(house, phone, filer="self")
    page = walker.phone.get(f"{walker.service}consent").text
    assert 'name="also-planner" value="yes">' in page, "not ticked"
    data = pressing(page) | ({"also-planner": "yes"} if ticked else {})
    receipt_number(walker.phone.post(f"{walker.service}consent", data=data))
    assert agreed_to(house) == USUAL + ([("consent", ["planner"])] if ticked else [])


def test_somebody_who_helps_is_not_asked_for_more_and_says_that_they_were_asked(phone: Phone, house: House) -> None:
    walker = care(house, phone, filer="care-manager")
    page = walker.phone.get(f"{walker.service}consent").text
    assert "also-planner" not in page
    assert "本人か家族にたのまれて、代わりに申請します。" in page
    receipt_number(walker.phone.post(f"{walker.service}consent", data=pressing(page) | {"also-planner": "yes"}))
    assert agreed_to(house) == [*USUAL, ("mandate", ["asked"])]


def test_a_tick_stays_where_the_page_comes_once_more(phone: Phone, house: House) -> None:
    walker = care(house, phone, filer="self")
    data = pressing(walker.phone.get(f"{walker.service}consent").text) | {"also-planner": "yes"}
    page = walker.phone.post(f"{walker.service}consent", data=data | {"seen": "something else"}).text
    assert 'name="also-planner" value="yes" checked' in page
    receipt_number(walker.phone.post(f"{walker.service}consent", data=data))
    again = Walker(walker.phone, walker.version, walker.picks)
    again.to_review()
    act = pressing(again.phone.get(f"{again.service}consent").text)
    page = again.phone.post(f"{again.service}consent", data=act | {"also-planner": "yes"}).text
    assert "もう届いています" in page
    assert '<input type="hidden" name="also-planner" value="yes">' in page


def test_each_kind_of_statement_is_called_by_its_name(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    page = resident.get(f"{SERVICE}/consent").text
    assert [page.index(kind) for kind in ("約束すること", "同意すること", "知っておくこと")]
    assert "代わりにすること" not in page
