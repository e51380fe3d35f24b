"""Taking back: as easy as giving, once however often it is sent, and only by whoever sent it or knows both numbers."""

from __future__ import annotations

import json
import re
from threading import Thread
from typing import Any

import pytest
from starlette.testclient import TestClient

from portal.cases import case as cases
from portal.cases import withdrawal
from portal.cases.case import Case, by_number
from portal.consent import bundle, log
from portal.consent.verify import verify
from portal.delivery import outbox
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, pressing
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, receipt_number, sent
from tests.resident.test_review import care

TOWN = "990019"
PLANNER = "認定の結果を、ケアマネジャーに見せてもよいです"


def case_of(house: House, number: str) -> Case:
    """The case of a receipt number."""
    with house.database.reading() as db:
        found = by_number(db, house.keys, TOWN, number)
    assert found is not None
    return found


def taken(house: House, number: str) -> list[str]:
    """The purposes that were taken back; "" for the whole."""
    with house.database.reading() as db:
        return [one.purpose for one in withdrawal.taken(db, case_of(house, number))]


def fetched(house: House, number: str) -> None:
    """A system of the office fetches the case."""
    with house.database.writing() as db:
        cases.see(db, TOWN, [case_of(house, number).id], house.clock())


def letters(house: House) -> list[Any]:
    """The envelopes waiting, first to last; each is taken as soon as the one before it is delivered."""
    found = []
    with house.database.writing() as db:
        while waiting := outbox.lease(db, house.clock(), 9):
            for one in waiting:
                found.append(one.opened(house.keys))
                outbox.delivered(db, one, house.clock())
    return found


def agreed_to_more(phone: Phone, house: House) -> tuple[TestClient, str, str]:
    """Somebody who lets the care manager see the result: their phone, the receipt's number, the service's path."""
    walker = care(house, phone, filer="self")
    act = pressing(walker.phone.get(f"{walker.service}consent").text)
    page = walker.phone.post(f"{walker.service}consent", data=act | {"also-planner": "yes"})
    return walker.phone, receipt_number(page), walker.service


def test_the_whole_is_taken_back_from_the_receipt_by_one_act(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    link = re.search(r'href="([^"]*/withdraw/[^"]*)"', resident.get(f"{SERVICE}/done").text)
    assert link
    page = resident.get(link[1]).text
    assert "<li data-own>送らなかったことになります。</li>" in page
    assert number in page
    apart = page.partition('value="withdraw"')[2].partition("</form>")
    assert "</a>" not in apart[0], "no thumb takes one for the other"
    assert ">このままにして、もどる</a>" in apart[2]
    done = resident.post(link[1], data={"do": "withdraw"}).text
    assert "令和8年11月24日（2026年）に取りやめました。" in done
    receipt = resident.get(f"{SERVICE}/done").text
    assert ">申し込みを取りやめました</h1>" in receipt
    assert "この申し込みは、令和8年11月24日（2026年）に取りやめました。" in receipt
    assert "振りこみます" not in receipt
    assert "/withdraw/" not in receipt
    assert (case_of(house, number).status, taken(house, number)) == ("withdrawn", [""])


def test_the_office_is_told_and_the_leaf_can_be_checked_by_anybody(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"})
    _, letter = letters(house)
    assert letter.subject == f"{number} 申し込みの取りやめ 特別給付金を受けとる"
    assert "この申し込みを、取りやめます。" in letter.text
    assert "始めないでください" in letter.text
    told = json.loads(letter.enclosures[0].content)
    assert (told["status"]["id"], told["withdrawn"][0]["purpose"]) == ("withdrawn", None)
    with house.database.reading() as db:
        told = bundle.fresh(db, house.keys, TOWN, case_of(house, number).consent)
    found = {one.what: one.state for one in verify(told, log.verifiers(house.keys, TOWN))}
    assert (found["signature"], found["place"], found["back"]) == ("proven", "proven", "proven")


@pytest.mark.both_databases
def test_sent_twice_at_once_it_is_taken_back_once(phone: Phone, house: House) -> None:
    resident, number, service = agreed_to_more(phone, house)

    def press() -> None:
        twin = phone()
        twin.cookies = resident.cookies
        for what in ("care-plan", "all"):
            assert twin.post(f"{service}withdraw/{number}/{what}", data={"do": "withdraw"}).status_code == 200

    several = [Thread(target=press) for _ in range(4)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert taken(house, number).count("") == 1
    assert taken(house, number).count("care-plan") <= 1
    assert len(letters(house)) == 1 + len(taken(house, number))


def test_a_consent_is_taken_back_by_itself_from_the_status_page(phone: Phone, house: House) -> None:
    _, number, service = agreed_to_more(phone, house)
    other = phone()
    birth = case_of(house, number).birth_date or ""
    year, month, day = map(str, map(int, birth.split("-")))
    typed = {"number": number, "era": "seireki", "year": year, "month": month, "day": day}
    page = other.post(f"{HOME}/status", data=typed).text
    assert f"「{PLANNER}」という同意を、取りやめる" in page
    asked = other.get(f"{service}withdraw/{number}/care-plan").text
    assert "申し込みは、そのまま続きます。" in asked
    assert other.post(f"{service}withdraw/{number}/care-plan", data={"do": "withdraw"}).status_code == 200
    told = other.post(f"{HOME}/status", data=typed).text
    assert f"「{PLANNER}」という同意は、令和8年11月24日（2026年）に取りやめました。" in told
    assert "care-plan" not in told
    assert (case_of(house, number).status, taken(house, number)) == ("received", ["care-plan"])
    _, letter = letters(house)
    assert f"「{PLANNER}」という同意を、取りやめます。" in letter.text


def test_once_the_office_has_it_the_service_decides(phone: Phone, house: House, monkeypatch: Any) -> None:
    resident = phone()
    number = sent(resident)
    fetched(house, number)
    page = resident.get(f"{SERVICE}/withdraw/{number}/all").text
    assert "役所は、もう見ています。手続きを、とちゅうで止めます。" in page
    monkeypatch.setattr("portal.resident.after.standing.until", lambda _version: "until-seen")
    monkeypatch.setattr("portal.resident.after.withdraw.until", lambda _version: "until-seen")
    late = resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"}).text
    assert "に電話してください。" in late
    assert 'value="withdraw"' not in late
    assert "に電話してください。" in resident.get(f"{SERVICE}/done").text
    assert (case_of(house, number).status, taken(house, number)) == ("received", [])


def test_nobody_else_takes_anything_back(phone: Phone, house: House) -> None:
    number = sent(phone())
    stranger = phone()
    for path in (f"{SERVICE}/withdraw/{number}/all", f"{HOME}/juminhyo/withdraw/{number}/all"):
        assert stranger.get(path).url.path == f"{HOME}/status"
        assert stranger.post(path, data={"do": "withdraw"}).url.path == f"{HOME}/status"
    assert taken(house, number) == []


def test_an_hour_after_it_was_shown_by_its_number_it_is_asked_again(phone: Phone) -> None:
    number = sent(phone())
    other = phone()
    page = other.post(f"{HOME}/status", data={"number": number, **BORN})
    shown = next(line for line in page.headers.get_list("set-cookie") if "_shown=" in line)
    assert "Max-Age=3600" in shown
    assert "取りやめますか" in other.get(f"{SERVICE}/withdraw/{number}/all").text
    other.post(f"{HOME}/status", data={"do": "leave"})
    assert other.get(f"{SERVICE}/withdraw/{number}/all").url.path == f"{HOME}/status"


def test_what_was_never_agreed_to_cannot_be_taken_back(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    assert resident.get(f"{SERVICE}/withdraw/{number}/care-plan").status_code == 404
    assert resident.post(f"{SERVICE}/withdraw/{number}/resident-register", data={"do": "withdraw"}).status_code == 404
    assert taken(house, number) == []


def test_without_its_button_nothing_is_taken_back(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    assert "取りやめますか" in resident.post(f"{SERVICE}/withdraw/{number}/all", data={}).text
    assert taken(house, number) == []


def test_after_it_was_taken_back_the_same_can_be_sent_again_as_if_for_the_first_time(
    phone: Phone, house: House
) -> None:
    resident = phone()
    number = sent(resident)
    resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"})
    again = sent(resident)
    assert again != number
    assert case_of(house, again).earlier == ()


def test_what_nobody_has_read_can_be_corrected_and_sent_again(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    there = f"{SERVICE}/withdraw/{number}/all"
    assert "答えを直せます。直した答えを、また送れます。" in resident.get(there).text
    assert resident.post(there, data={"do": "again"}).url.path == there, "it stands as yet"
    assert "答えを直して、もう一度送る" in resident.post(there, data={"do": "withdraw"}).text
    review = resident.post(there, data={"do": "again"})
    assert review.url.path == f"{SERVICE}/review"
    assert "髙橋" in review.text
    resident.post(f"{SERVICE}/phone", data={"value": "090-1111-2222", "do": "next"})
    second = receipt_number(resident.post(f"{SERVICE}/consent", data=pressing(resident.get(f"{SERVICE}/consent").text)))
    assert second != number
    assert case_of(house, second).phone == "09011112222"
    assert case_of(house, number).phone == "0312345678", "what was taken back stays as it was sent"


def test_the_answers_are_given_back_to_the_phone_that_sent_them_alone(phone: Phone) -> None:
    number, other = sent(phone()), phone()
    other.post(f"{HOME}/status", data={"number": number, **BORN})
    there = f"{SERVICE}/withdraw/{number}/all"
    page = other.post(there, data={"do": "withdraw"})
    assert "取りやめました" in page.text
    assert "答えを直して、もう一度送る" not in page.text
    assert "髙橋" not in other.post(there, data={"do": "again"}).text


def test_what_the_office_has_read_is_not_given_back(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "withdraw"})
    fetched(house, number)
    page = resident.post(f"{SERVICE}/withdraw/{number}/all", data={"do": "again"})
    assert "答えを直して、もう一度送る" not in page.text
    assert page.url.path.endswith("/all")
