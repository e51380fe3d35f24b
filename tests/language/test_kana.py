"""Readings however they are typed, and the form banks print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.kana import bank_form, is_latin, is_reading, katakana, romaji

READINGS = {
    "hiragana": ("やまだ", "ヤマダ"),
    "katakana": ("ヤマダ", "ヤマダ"),
    "half width": ("ﾔﾏﾀﾞ", "ヤマダ"),
    "mixed": ("やマﾀﾞ", "ヤマダ"),
    "small kana stay small": ("しょうじ", "ショウジ"),
    "dash as long sound": ("ﾕ-ｺ", "ユーコ"),
    "minus as long sound": ("ジョ−ジ", "ジョージ"),
    "loose voicing marks": ("か゛く", "ガク"),
    "composing voicing marks": ("か\u3099く", "ガク"),
    "repeat mark": ("いすゞ", "イスズ"),
    "plain repeat mark": ("さゝき", "ササキ"),
    "middle dot": ("ジョン･ポール", "ジョン・ポール"),
    "double name": ("ゴンザレス＝ロペス", "ゴンザレス=ロペス"),
    "v": ("ゔぃん", "ヴィン"),
    "spaces": ("　ヤマダ　　ショウジ　", "ヤマダ ショウジ"),
}


@pytest.mark.parametrize(("typed", "kept"), READINGS.values(), ids=READINGS.keys())
def test_a_reading_becomes_katakana(typed: str, kept: str) -> None:
    assert katakana(typed) == kept
    assert is_reading(kept)


@pytest.mark.parametrize("typed", ["山田", "Smith", "ー", "", "やま田", "090", "-"])
def test_what_is_no_reading(typed: str) -> None:
    assert not is_reading(katakana(typed))


@pytest.mark.parametrize("typed", ["Smith", "Nguyễn", "Ｓｍｉｔｈ", "O'Brien", "Müller-Lüdenscheidt", "J. R."])
def test_latin_names(typed: str) -> None:
    assert is_latin(typed)


@pytest.mark.parametrize("typed", ["山田", "スミス", "", "R2", "-"])
def test_other_names(typed: str) -> None:
    assert not is_latin(typed)


BANK = {
    "small kana": ("やまだ しょうじ", "ﾔﾏﾀﾞ ｼﾖｳｼﾞ"),
    "long sound": ("キュウヨ", "ｷﾕｳﾖ"),
    "wo and dash": ("ヲノー", "ｵﾉ-"),
    "middle dot": ("ジョン・ポール", "ｼﾞﾖﾝ.ﾎﾟ-ﾙ"),
    "latin": ("Smith John", "SMITH JOHN"),
    "company": ("（カ）ヤマダ", "(ｶ)ﾔﾏﾀﾞ"),
    "v": ("ヴィン", "ｳﾞｲﾝ"),
}


@pytest.mark.parametrize(("holder", "printed"), BANK.values(), ids=BANK.keys())
def test_bank_form(holder: str, printed: str) -> None:
    assert bank_form(holder) == printed


@pytest.mark.parametrize("holder", ["山田", "", "ヤマダ様", "Nguyễn"])
def test_no_bank_form(holder: str) -> None:
    assert bank_form(holder) is None


def test_romaji_for_foreign_voices() -> None:
    assert romaji("ヤマダ ショウジ") == "Yamada Shouji"


@given(st.text())
def test_any_text_may_come(text: str) -> None:
    assert katakana(katakana(text)) == katakana(text) or not is_reading(katakana(text))
    is_latin(text)
    printed = bank_form(text)
    assert printed is None or all(len(sign.encode("cp932")) == 1 for sign in printed)
