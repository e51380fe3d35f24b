"""The letter by post: made for a person who is still to be asked; its code opens their page, an earlier one no more."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from portal.cases.principal import posted
from portal.cases.principal.posted import Place, Unasked
from portal.resident.aloud.notice import picture
from portal.web.house import House
from tests.journeys.benefit import HOME
from tests.resident.conftest import Phone, house, phone
from tests.resident.filling import BORN, sent
from tests.resident.principal.helped import applied, signed
from tests.typesetting.test_document import read

__all__ = ["house", "phone"]
CODE = re.compile(r"手紙の番号(\d{9})")
ADDRESS = "https://shinsei.example.jp/ja/kasumigahama/posted"
PLACE = Place(ADDRESS, picture(ADDRESS).decode())
FAR = (
    "〒100-0001",
    "東京都千代田区千代田字上大字小字下タ千二百三十四番地の五十六の七十八の九",
    "ｻﾝｼｬｲﾝﾚｼﾞﾃﾞﾝｽGrandParkTower壱番館３４５６号室",
)


def letter(house: House, number: str, *to: str) -> str:
    """The words on the sheet of a case, without spaces."""
    return read(sheet(house, number, *to))


def sheet(house: House, number: str, *to: str) -> bytes:
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
    told = letter(house, number)
    for words in ("髙橋花子様", "東京都千代田区千代田", "佐藤明子さん", "令和8年12月15日", ADDRESS, number):
        assert words in told, words
    page = mother.post(f"{HOME}/posted", data={"code": code(told), **BORN})
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
    told = letter(house, applied(phone()), "〒100-0001", "登録<の>住所")
    assert "登録<の>住所" in told
    assert "東京都千代田区千代田" not in told


def test_it_is_one_sheet_with_the_longest_names(phone: Phone, house: House) -> None:
    number = applied(phone())
    name = "アレクサンドリアマリアフェルナンダ　パティポーンウィリヤクンクンパン"
    town = house.towns["kasumigahama"]
    long = town.model_copy(update={"name": "かすみがはま" * 5 + "市"})
    place = Place(ADDRESS * 3, PLACE.picture)
    with house.database.writing() as db:
        case = posted.waited_for(db, house.keys, town, number)
        assert case.helper
        case = replace(case, applicant=name, helper=replace(case.helper, name=name), title="とても長い名前の手続き" * 4)
        made = posted.letter(db, house.keys, (long, case), FAR, (place, house.clock()))
    for one in (made, sheet(house, number)):
        assert len(PdfReader(io.BytesIO(one)).pages) == 1
    text = read(made)
    assert text.startswith("〒100-0001東京都千代田区千代田字上大字")
    assert "パティポーンウィリヤクンクンパン様" in text
    assert "言いません。" in text


def test_nobody_is_written_to_who_is_not_to_be_asked(phone: Phone, house: House) -> None:
    for number in (sent(phone()), "0000-0000-97", "nothing"):
        with pytest.raises(Unasked):
            letter(house, number)
