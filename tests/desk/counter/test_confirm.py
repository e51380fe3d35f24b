"""The resident confirms alone: on the clerk's screen, which then shows nothing of the desk, or on their telephone."""

from __future__ import annotations

import re
from html import unescape

import pytest

from portal.accounts.staff import trail
from portal.cases import case as cases
from portal.cases.case import Case
from portal.consent.findings import genuine
from portal.consent.signing_keys import history
from portal.consent.verify import verify
from portal.journey.counter.written import SENT
from portal.web.house import House
from tests.desk.counter.given import COUNTER, DESK, Clerk
from tests.journeys.benefit import HOME, NUMBER, SERVICE, pressing
from tests.journeys.conftest import house, phone
from tests.resident.conftest import Phone
from tests.resident.filling import BORN

__all__ = ["house", "phone"]


def case_of(house: House, page: str) -> Case:
    """The case of the number on a page."""
    found = NUMBER.search(page)
    assert found, page
    with house.database.reading() as db:
        case = cases.by_number(db, house.keys, "990019", found.group())
    assert case
    return case


def assisted(case: Case) -> list[dict[str, str]]:
    """What the records say of the staff."""
    return [entry["record"]["assisted"] for entry in case.consent["records"]]


def test_a_clerk_never_gives_the_consent(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.sitting()
    for answer in (
        clerk.browser.get(f"{SERVICE}/consent"),
        clerk.browser.post(f"{SERVICE}/consent", data={"do": "seal", "means": "hold", "seen": "x"}),
    ):
        assert answer.headers["location"] == at
    page = clerk.browser.get(at).text
    assert "職員は、代わりに押せません。" in page
    assert 'name="seen"' not in page


def test_on_the_clerks_screen_the_resident_presses_and_the_desk_is_closed(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.lend()
    turned = clerk.browser.get(f"{at}?in=ja").text
    assert "画面をお客様に向けてください" in turned
    for word in ("髙橋", "田中 一郎", f"{DESK}/cases", "机の画面"):
        assert word not in turned
    for place in ("/", "/cases", "/counter", "/account", "/search"):
        assert clerk.browser.get(f"{DESK}{place}").headers["location"].startswith(f"{DESK}/again?to=")
    review = clerk.browser.get(f"{SERVICE}/review").text
    assert "ここからは、あなたが自分で確かめて、押します。" in review
    assert "読んであげてください" not in review
    receipt = clerk.press()
    assert receipt.url.path == f"{SERVICE}/done"
    assert "画面を、役所の人に戻してください。" in receipt.text
    after = clerk.browser.get(at).text
    assert "画面を職員に戻してください" in after
    assert "髙橋" not in after
    case = case_of(house, receipt.text)
    done = clerk.back(at)
    assert case.number in done.text
    assert done.headers["clear-site-data"] == '"cache", "storage"'
    assert clerk.sat_nowhere()
    assert clerk.browser.get(f"{SERVICE}/done").status_code == 404
    who = {"by": "staff", "role": "clerk", "staff": clerk.person.id, "department": "welfare", "device": "desk"}
    assert case.channel == "counter"
    assert all(one == who for one in assisted(case))
    assert "田中" not in str([entry["record"] for entry in case.consent["records"]])
    with house.database.reading() as db:
        told = [(one.staff, one.case) for one in trail.newest(db, "990019", frozenset("*")) if one.kind == SENT]
        assert genuine(verify(case.consent, [*history.verifiers(db, house.keys, "990019")]))
    assert told == [(clerk.person.id, case.id)]


def test_the_resident_reads_in_their_own_language(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.lend("vi")
    assert f'href="{SERVICE.replace("/ja/", "/vi/")}/review"' in clerk.browser.get(f"{at}?in=vi").text


def test_a_clerk_who_takes_the_screen_back_writes_on(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.lend()
    assert "お客様に、確かめてもらう" in clerk.back(at).text
    assert "役所の人といっしょに" in clerk.browser.get(f"{SERVICE}/review").text


def shown(page: str) -> str:
    """The code on the clerk's page."""
    return next(code for code in re.findall(r"\d{4}-\d{4}", unescape(page)) if not code.startswith("0000"))


def test_on_their_own_telephone_they_open_exactly_this_draft_once(house: House, phone: Phone) -> None:
    clerk, resident, other = Clerk(house), phone(), phone()
    clerk.write()
    at = clerk.sitting()
    assert clerk.browser.post(at, data={"do": "phone", "language": "en"}).headers["location"] == at
    page = clerk.browser.get(at).text
    code = shown(page)
    assert "<svg" in page
    assert "http://localhost:8123/en/" in page.replace("<wbr>", "")
    assert clerk.browser.get(f"{SERVICE}/review").status_code == 404
    asked = resident.get(f"{HOME}/resume?code={code.replace('-', '')}").text
    assert f'value="{code.replace("-", "")}"' in asked
    opened = resident.post(f"{HOME}/resume", data={"code": code, **BORN})
    assert opened.url.path == f"{SERVICE}/review"
    assert clerk.browser.get(f"{at}/state").text == "taken"
    assert other.post(f"{HOME}/resume", data={"code": code, **BORN}).status_code == 422
    receipt = resident.post(f"{SERVICE}/consent", data=pressing(resident.get(f"{SERVICE}/consent").text))
    case = case_of(house, receipt.text)
    assert clerk.browser.get(f"{at}/state").text == "sent"
    assert case.number in clerk.browser.get(at).text
    assert {one["device"] for one in assisted(case)} == {"own"}
    assert case.channel == "counter"


def test_a_code_that_was_not_used_brings_the_draft_back(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.sitting()
    clerk.browser.post(at, data={"do": "phone", "language": "ja"})
    code = shown(clerk.browser.get(at).text)
    assert clerk.open(code).headers["location"] == f"{SERVICE}/review"


def test_where_the_number_is_gone_the_page_leads_back_to_the_counter(house: House) -> None:
    clerk = Clerk(house)
    clerk.begin()
    at = clerk.sitting()
    clerk.browser.post(at, data={"do": "phone", "born": "昭和10年4月1日"})
    clerk.browser.cookies.delete("yorisoi_kasumigahama_code")
    page = clerk.browser.get(at).text
    assert "番号は、もうこの画面にありません" in page
    assert f'class="go" href="{COUNTER}"' in page
    assert "お客様のスマホで開いてください" not in page


def test_left_is_left(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.sitting()
    answer = clerk.browser.post(at, data={"do": "end"})
    assert answer.headers["location"] == COUNTER
    assert answer.headers["clear-site-data"]
    assert clerk.sat_nowhere()
    assert clerk.browser.get(f"{SERVICE}/review").status_code == 404
    assert clerk.browser.get(at).headers["location"] == COUNTER


@pytest.mark.parametrize("do", ["screen", "phone", "end"])
def test_what_another_clerk_writes_is_out_of_reach(house: House, do: str) -> None:
    first, second = Clerk(house), Clerk(house, "佐藤 恵")
    first.write()
    at = first.sitting()
    assert second.browser.get(at).headers["location"] == COUNTER
    assert second.browser.post(at, data={"do": do}).headers["location"] == COUNTER
    assert second.browser.get(f"{at}/state").text == ""
    assert first.browser.get(f"{SERVICE}/review").status_code == 200
