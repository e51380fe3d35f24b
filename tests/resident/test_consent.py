"""The act: pressed twice, held down, or by keys; what was understood is asked where the service wants it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import select

from portal.cases.case import CaseRow, by_id
from portal.preferences import COOKIE, Preferences
from portal.storage.database import rows
from portal.web.house import House
from tests.journeys.benefit import SERVICE, pressing
from tests.resident.conftest import Phone
from tests.resident.filling import receipt_number, reviewed, sent
from tests.resident.test_review import care

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
RIGHT, WRONG = "doctor", "neighbour"


def records(house: House) -> list[dict[str, Any]]:
    """The records of the one case there is; none before it was sent."""
    with house.database.reading() as db:
        ids = db.execute(select(rows(CaseRow).c.id)).scalars().all()
        cases = [by_id(db, house.keys, "990019", id) for id in ids]
    assert len(cases) < 2
    return [entry["record"] for case in cases if case for entry in case.consent["records"]]


def fields(page: str) -> dict[str, str]:
    """What the page's form takes along by itself."""
    return dict(HIDDEN.findall(page.partition("<main")[2]))


def test_the_first_press_sends_nothing_and_asks_for_the_second(phone: Phone, house: House) -> None:
    resident = phone()
    reviewed(resident)
    first = fields(resident.get(f"{SERVICE}/consent").text)
    page = resident.post(f"{SERVICE}/consent", data=first | {"do": "press"}).text
    assert "もう一度押すと、かすみがはま市に届きます。" in page
    assert 'value="seal"' in page
    assert records(house) == []
    receipt_number(resident.post(f"{SERVICE}/consent", data=fields(page) | {"do": "seal"}))
    assert {record["act"]["means"] for record in records(house)} == {"two_taps"}


@pytest.mark.parametrize("means", ["two_taps", "keyboard", "x", ""])
def test_a_second_press_without_a_first_is_a_first(phone: Phone, house: House, means: str) -> None:
    resident = phone()
    reviewed(resident)
    here = f"{SERVICE}/consent"
    page = resident.post(here, data=pressing(resident.get(here).text) | {"means": means}).text
    assert "もう一度押すと、" in page
    assert records(house) == []
    receipt_number(resident.post(here, data=fields(page) | {"do": "seal"}))


def test_the_page_of_the_first_press_is_at_hand(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    page = resident.get(f"{SERVICE}/consent").text
    asked = resident.post(f"{SERVICE}/consent", data=fields(page) | {"do": "press"}, headers={"X-Swap": "1"}).text
    title, _, rest = asked.partition('<main id="main">\n')
    carried = re.compile(r'<input type="hidden" name="(?!pressed|means).*\n')
    assert at_hand(page) == title + carried.sub("", rest).replace("</main>", "").strip()


def at_hand(page: str) -> str:
    """What our script shows at the first press."""
    return page.partition('<template data-do="press">\n')[2].partition("\n</template>")[0].strip()


@pytest.mark.parametrize(("said", "kept"), [("hold", "hold"), ("keyboard", "keyboard"), ("x", "two_taps")])
def test_the_means_are_recorded(phone: Phone, house: House, said: str, kept: str) -> None:
    resident = phone()
    reviewed(resident)
    act = pressing(resident.get(f"{SERVICE}/consent").text)
    receipt_number(resident.post(f"{SERVICE}/consent", data=act | {"pressed": "yes", "means": said}))
    assert {record["act"]["means"] for record in records(house)} == {kept}
    assert {record["recall"]["asked"] for record in records(house)} == {"none"}


def test_what_was_ticked_goes_along_between_the_presses(phone: Phone, house: House) -> None:
    walker = care(house, phone, filer="self")
    here = f"{walker.service}consent"
    first = fields(walker.phone.get(here).text) | {"also-planner": "yes", "recall": RIGHT, "do": "press"}
    page = walker.phone.post(here, data=first).text
    assert "explained" not in page
    receipt_number(walker.phone.post(here, data=fields(page) | {"do": "seal"}))
    assert "care-plan" in [purpose["id"] for record in records(house) for purpose in record["purposes"]]
    assert records(house)[0]["recall"] == {"asked": "statements", "first": "right", "explained": False}


@pytest.mark.parametrize("do", ["press", "seal"])
@pytest.mark.parametrize(("answer", "first"), [({"recall": WRONG}, "wrong"), ({}, "none")])
def test_what_was_not_understood_is_explained_once_and_then_goes_on(
    phone: Phone, house: House, do: str, answer: dict[str, str], first: str
) -> None:
    walker = care(house, phone, filer="self")
    here = f"{walker.service}consent"
    before = fields(walker.phone.get(here).text)
    page = walker.phone.post(here, data=before | {"also-planner": "yes", "do": do} | answer).text
    assert "近所の人には聞きません。" in page
    assert 'name="recall"' not in page, "nobody is examined twice"
    assert 'name="also-planner" value="yes" checked' in page
    assert records(house) == []
    page = walker.phone.post(here, data=fields(page) | {"do": "press"}).text
    receipt_number(walker.phone.post(here, data=fields(page) | {"do": "seal"}))
    assert records(house)[0]["recall"] == {"asked": "statements", "first": first, "explained": True}


def test_the_question_stands_by_the_statements_and_nothing_is_chosen(phone: Phone, house: House) -> None:
    walker = care(house, phone, filer="self")
    page = walker.phone.get(f"{walker.service}consent").text
    assert "役所は、だれに体の様子を聞きますか" in page
    assert f'name="recall" value="{RIGHT}">' in page
    assert f'name="recall" value="{WRONG}">' in page
    assert f'<template data-do="press" data-part="recall" data-is="{RIGHT}">' in page
    assert "まちがえても、だいじょうぶです。" in page


def test_the_receipt_bears_the_mark_with_name_day_and_number(phone: Phone) -> None:
    resident = phone()
    reviewed(resident)
    page = resident.post(f"{SERVICE}/consent", data=pressing(resident.get(f"{SERVICE}/consent").text))
    number = receipt_number(page)
    mark = _mark(page.text)
    assert "髙橋" in mark
    assert number in mark
    assert "令和8年11月24日" in mark


@pytest.mark.parametrize("tongue", ["en", "ne", "zh-Hans", "ja"])
def test_the_mark_speaks_one_language_and_stays_round_whatever_stands_beside_it(phone: Phone, tongue: str) -> None:
    resident = phone()
    sent(resident)
    there = f"{SERVICE}/done".replace("/ja/", f"/{tongue}/")
    alone = _mark(resident.get(there).text)
    resident.cookies.set(COOKIE, Preferences(both=True, kana=True).cookie)
    page = resident.get(there).text
    assert (_mark(page) == alone) == (tongue != "ja"), "kana stand in it, Japanese below it"
    assert alone.startswith('" ')
    assert _mark(page).startswith('" ')
    below = re.sub(
        "<[^>]*>", "", page.partition('<p class="both centre"><span class="beside" lang="ja">')[2].partition("</p>")[0]
    )
    assert below == ("" if tongue == "ja" else "同意　令和8年11月24日（2026年）")


def _mark(page: str) -> str:
    return page.partition('<div class="mark')[2].partition("</div>")[0]


@pytest.mark.parametrize("do", ["language:en", "text:150", "next"])
def test_what_was_chosen_stays_while_the_page_is_made_more_comfortable(phone: Phone, house: House, do: str) -> None:
    walker = care(house, phone, filer="self")
    here = f"{walker.service}consent"
    before = fields(walker.phone.get(here).text) | {"also-planner": "yes", "recall": RIGHT}
    page = walker.phone.post(here, data=before | {"do": do}).text
    assert f'name="recall" value="{RIGHT}" checked' in page
    assert 'name="also-planner" value="yes" checked' in page
    assert records(house) == []
    there = here.replace("/ja/", "/en/") if do == "language:en" else here
    assert f'<form id="answer" method="post" action="{there}"' in page, "the record tells the language that was shown"
    assert f'<html lang="{there.split("/")[1]}"' in page


def test_another_size_is_no_other_language(phone: Phone, house: House) -> None:
    walker = care(house, phone, filer="self")
    walker.phone.post("/ja/kasumigahama/preferences", data={"do": "language:en", "back": "/ja/kasumigahama"})
    here = f"{walker.service}consent"
    page = walker.phone.post(here, data=fields(walker.phone.get(here).text) | {"do": "text:150"}).text
    assert '<html lang="ja"' in page
