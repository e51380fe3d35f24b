"""The letter by post: made for a person who is still to be asked; its code opens their page, an earlier one no more."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from portal.cases.principal import posted
from portal.cases.principal.posted import Place, Unasked
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone, house, phone
from tests.resident.filling import BORN, sent
from tests.resident.principal.helped import applied, signed

__all__ = ["house", "phone"]
CODE = re.compile(r'class="code">([\d ]+)<')
PLACE = Place("https://shinsei.example.jp/ja/kasumigahama/posted", "<svg></svg>")


def letter(house: House, number: str, *to: str) -> str:
    """The sheet of a case."""
    town = house.towns["kasumigahama"]
    with house.database.writing() as db:
        case = posted.waited_for(db, house.keys, town, number)
        return posted.letter(db, house.keys, (town, case), to, (PLACE, house.clock()))


def code(sheet: str) -> str:
    """The code on a sheet."""
    found: Any = CODE.search(sheet)
    return str(found[1])


def test_the_code_opens_the_persons_page_on_the_telephone_they_have(phone: Phone, house: House) -> None:
    number, mother = applied(phone()), phone()
    sheet = letter(house, number)
    for words in ("髙橋　花子 様", "東京都千代田区千代田", "佐藤　明子 さん", "令和8年12月15日", PLACE.address, number):
        assert words in sheet, words
    page = mother.post(f"{HOME}/posted", data={"code": code(sheet), **BORN})
    assert page.url.path == f"{HOME}/sign"
    assert "役所に届きました" in signed(mother).text
    with pytest.raises(Unasked, match="確かめました"):
        letter(house, number)


def test_a_second_letter_ends_the_first(phone: Phone, house: House) -> None:
    number = applied(phone())
    first, second = (code(letter(house, number)) for _ in range(2))
    assert phone().post(f"{HOME}/posted", data={"code": first, **BORN}).status_code == 422
    assert phone().post(f"{HOME}/posted", data={"code": second, **BORN}).url.path == f"{HOME}/sign"


def test_a_code_allows_few_tries_and_three_weeks(phone: Phone, house: House) -> None:
    number, now = applied(phone()), house.clock()
    opening = {"code": code(letter(house, number)), **BORN}
    wrong = [phone().post(f"{HOME}/posted", data={**opening, "day": "2"}).status_code for _ in range(4)]
    assert wrong == [422, 422, 422, 429]
    house.clock = lambda: now + timedelta(days=21)
    assert phone().post(f"{HOME}/posted", data=opening).status_code == 422


def test_the_registered_address_may_be_given(phone: Phone, house: House) -> None:
    sheet = letter(house, applied(phone()), "〒100-0001", "登録<の>住所")
    assert "登録&lt;の&gt;住所" in sheet
    assert "東京都千代田区千代田" not in sheet


def test_nobody_is_written_to_who_is_not_to_be_asked(phone: Phone, house: House) -> None:
    for number in (sent(phone()), "0000-0000-97", "nothing"):
        with pytest.raises(Unasked):
            letter(house, number)
