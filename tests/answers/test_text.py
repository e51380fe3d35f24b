"""Short texts, and numbers of a fixed length."""

from __future__ import annotations

import pytest

from tests.answers.given import read, refused, spoken, told

VERBATIM = ["髙橋", "ＡＢＣ", "葛\U000e0100城", "<b>太字</b>", "'; DROP TABLE", "{n}人", "😀"]


@pytest.mark.parametrize("typed", VERBATIM)
def test_a_text_is_kept_as_it_was_typed(typed: str) -> None:
    assert read("text", f" {typed}　") == typed


def test_one_line_stays_one_line() -> None:
    assert read("text", "一行\r\n二行") == "一行 二行"


def test_too_long_and_too_short_in_letters_a_reader_sees() -> None:
    assert read("text", "葛\U000e0100" * 3, limits={"most": 3})
    assert "3文字まで" in told(refused("text", "あいうえ", limits={"most": 3}))["value"]
    assert "3文字以上" in told(refused("text", "あい", limits={"least": 3}))["value"]


@pytest.mark.parametrize("typed", ["1234567890", "１２３４－５６７８ー９０", " 12345 67890 ", "一二三四五六七八九〇"])
def test_a_number_of_ten_digits(typed: str) -> None:
    assert read("text", typed, limits={"digits": 10}) == "1234567890"


@pytest.mark.parametrize("typed", ["123456789", "12345678901", "123456789a", "なし"])
def test_a_number_of_another_length(typed: str) -> None:
    assert "10けたの数字" in told(refused("text", typed, limits={"digits": 10}))["value"]


def test_a_number_is_heard_digit_by_digit() -> None:
    assert spoken("text", "120", limits={"digits": 3}) == "イチ ニイ ゼロ"
    assert spoken("text", "120") == "120"
