"""After sending: the receipt, and the status for whoever knows number and birth date."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from portal.cases.arrival.acknowledgement import handed_over
from portal.consent.inquiry.code import code_of
from portal.delivery.send import Worker
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, sent


def test_the_receipt_says_what_happens_next(phone: Phone) -> None:
    resident = phone()
    number = sent(resident)
    page = resident.get(f"{SERVICE}/done")
    assert number in page.text
    assert "令和8年11月24日" in page.text
    assert "振りこみます" in page.text
    wishes = ("紙に残したい", "取りやめたい", "ほかの人も使うスマホの")
    told = [page.text.index(f"<h2>{wish}とき</h2>") for wish in wishes]
    assert told == sorted(told), "what most people do comes first"


def test_its_number_leads_to_the_page_that_checks_it(phone: Phone) -> None:
    resident = phone()
    number = sent(resident)
    code = code_of(resident.get(f"{SERVICE}/bundle/{number}/open").json())
    page = resident.get(f"{SERVICE}/done").text
    assert f"<b>{code}</b>" in page
    assert f'href="{HOME}/verify/{code}"' in page
    assert "この番号の記録は、役所にあります。" in phone().get(f"{HOME}/verify/{code}").text


def test_the_status_is_told_for_number_and_birth_date(phone: Phone) -> None:
    number = sent(phone())
    wide = number.translate(str.maketrans("0123456789-", "０１２３４５６７８９ー"))
    page = phone().post(f"{HOME}/status", data={"number": wide, **BORN})
    assert page.status_code == 200
    assert "受けつけました" in page.text
    assert "髙橋" not in page.text, "number and birth date tell where it stands, not what it says"


def test_receipt_and_status_say_whom_to_ask(phone: Phone) -> None:
    resident, words = phone(), "わからないことや、困ったことは、電話で聞いてください。"
    number = sent(resident)
    assert words in resident.get(f"{SERVICE}/done").text
    status = phone().post(f"{HOME}/status", data={"number": number, **BORN}).text
    main = status.partition("</main>")[0]  # all that changes where a page is swapped
    assert 0 < main.index("役所に伝えたいとき") < main.index(words)


def test_the_status_says_whether_the_office_has_it(phone: Phone, house: House) -> None:
    number = sent(phone())

    def told(language: str = "ja") -> str:
        page = phone().post(f"/{language}/kasumigahama/status", data={"number": number, **BORN})
        return page.text.partition("data-own><b>")[2].partition("</b>")[0]

    assert told() == "担当の課に届けているところです。"
    moment, at = house.clock() + timedelta(hours=3), house.settings
    asyncio.run(Worker(house.database, house.keys, at, lambda: moment, told=handed_over).try_once())
    assert told() == "担当の課に届きました（11月24日 午後1時）。"
    assert "24 November, 13:00" in told("en")


def test_number_and_birth_date_must_fit_together_and_the_town(phone: Phone) -> None:
    number = sent(phone())
    other = phone()
    assert other.post(f"{HOME}/status", data={"number": number, **BORN, "day": "2"}).status_code == 422
    assert other.post("/ja/hoshino/status", data={"number": number, **BORN}).status_code == 422
    assert other.post(f"{HOME}/status", data={"number": "１２", **BORN}).status_code == 422


def test_five_tries_for_one_number(phone: Phone) -> None:
    number = sent(phone())
    guesser = phone()
    wrong = [guesser.post(f"{HOME}/status", data={"number": number, **BORN, "day": str(d)}) for d in range(2, 8)]
    assert [page.status_code for page in wrong] == [422] * 5 + [429]


def test_a_shared_phone_can_forget_the_receipt(phone: Phone) -> None:
    resident = phone()
    sent(resident)
    resident.post(f"{SERVICE}/done", data={"do": "leave"})
    assert resident.get(f"{SERVICE}/done").status_code == 404


def test_whoever_shares_a_telephone_leaves_nothing_on_it(phone: Phone) -> None:
    resident = phone()
    number = sent(resident)
    pages = (
        resident.get(f"{SERVICE}/done").text,
        resident.post(f"{HOME}/status", data={"number": number, **BORN}).text,
    )
    for page in pages:
        form = page.partition("ほかの人も使うスマホのとき")[2].partition("</form>")[0]
        assert f'action="{HOME}/device" class="wipe"' in form
        assert "とちゅうの申し込みも" in page


def test_the_receipt_tells_only_what_is_about_this_person(phone: Phone) -> None:
    resident = phone()
    number = sent(resident)
    page = resident.get(f"{SERVICE}/done").text
    assert "郵便で送ってください" in page
    assert "持ってきてください" not in page
    status = phone().post(f"{HOME}/status", data={"number": number, **BORN}).text
    assert "郵便で送ってください" in status
    assert "持ってきてください" not in status
