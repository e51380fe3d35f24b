"""Numbers as people write amounts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.counting import counted, day_reading
from portal.language.numerals import in_kanji, number
from portal.language.written_date import whole

READ = {
    "plain": ("1000", 1000),
    "commas": ("1,000", 1000),
    "wide comma": ("１，０００", 1000),
    "Japanese comma": ("１、０００", 1000),
    "letters like figures": ("1O,OOO", 10_000),
    "a figure behind tens of thousands": ("12万0005", 120_005),
    "many commas": ("1,234,567", 1_234_567),
    "ten thousands": ("１０万", 100_000),
    "part of ten thousands": ("1.5万", 15_000),
    "ten thousands and thousands": ("1万5千", 15_000),
    "ten thousands and digits": ("10万5,000", 105_000),
    "kanji": ("三千", 3000),
    "kanji in full": ("三千二百五十一", 3251),
    "kanji digits in a row": ("二〇二六", 2026),
    "formal kanji": ("壱拾万", 100_000),
    "formal in full": ("金参千弐百".removeprefix("金"), 3200),
    "twenty in one sign": ("廿三", 23),
    "hundred and five": ("百五", 105),
    "bare thousand": ("千", 1000),
    "accounting thousands": ("10千", 10_000),
    "hundred millions": ("一億二千万", 120_000_000),
    "with spaces": (" 1 000 ", 1000),
    "zero": ("０", 0),
}
NOT = {
    "nothing": "",
    "word": "なし",
    "wrong commas": "1,00",
    "part of one": "37.5",
    "minus": "-5",
    "lonely unit": "万",
    "two units": "10万5万",
    "too long": "12345678901234567",
    "letters": "1000円",
    "two hundreds": "12百",
    "dots": "1.2.3",
    "one or a thousand": "1.000",
    "a figure behind ten thousands": "1万5",
    "the same in kanji": "一万五",
    "two or three": "二、三",
    "endless": "1" * 100_000,
}


@pytest.mark.parametrize(("typed", "meant"), READ.values(), ids=READ.keys())
def test_reads_what_people_write(typed: str, meant: int) -> None:
    assert number(typed) == meant


@pytest.mark.parametrize("typed", NOT.values(), ids=NOT.keys())
def test_says_what_is_no_whole_number(typed: str) -> None:
    assert number(typed) is None


@given(st.integers(0, 10**16 - 1))
def test_every_whole_number_in_three_writings(n: int) -> None:
    assert number(str(n)) == number(f"{n:,}") == n
    if n < 10**16 // 10**4:
        assert number(f"{n}万") == n * 10**4 or n * 10**4 >= 10**16


@given(st.text())
def test_never_raises(text: str) -> None:
    assert number(text) is None or number(text) >= 0


SAID = {
    "a year": ("しょうわじゅうごねん", "昭和十五年"),
    "katakana": ("ショウワ", "昭和"),
    "among figures": ("へいせい3ねん", "平成3年"),
    "the first year": ("れいわがんねん", "令和元年"),
    "the twenty-fourth": ("にじゅうよっか", "二十四日"),
    "money": ("さんびゃくえん", "三百円"),
    "four and seven both ways": ("しがつなのか よんせんななひゃく", "四月七日 四千七百"),
    "people": ("ふたり", "二人"),
}
OTHERS = ["やまだ", "にちようび", "とうきょう", "にほん", "ひとりぐらし", "", "yamada", "二十"]


@pytest.mark.parametrize(("kana", "kanji"), SAID.values(), ids=SAID.keys())
def test_numbers_in_kana(kana: str, kanji: str) -> None:
    assert in_kanji(kana) == kanji


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_stay(text: str) -> None:
    assert in_kanji(text) == text


@given(st.integers(1, 99_999_999))
def test_every_amount_is_understood_as_it_is_said(amount: int) -> None:
    found = number(in_kanji(counted(amount, "円")).removesuffix("円"))
    asked_about = amount > 10_000 and 0 < amount % 10_000 < 10  # 十五万一, which may be short for 十五万一千
    assert found == amount or (asked_about and found is None)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_is_understood_as_it_is_said(day: date) -> None:
    found = whole(day_reading(day).partition("。")[0].replace("、", ""))
    assert found is not None
    assert (found.western, found.month, found.day) == (day.year, day.month, day.day)
