"""Digits one by one: what nobody counts with."""

from __future__ import annotations

import pytest

from portal.speech.normal.digits import houses, long_numbers, paired, postcodes, telephones
from portal.speech.normal.piece import woven


@pytest.mark.parametrize(
    "seen", ["03-1234-5678", "03(1234)5678", "(03)1234-5678", "０３－１２３４－５６７８", "03ー1234ー5678"]
)
def test_a_telephone_in_any_dress(seen: str) -> None:
    assert woven(seen, [telephones]).heard == "ゼロサン、イチニイ サンヨン、ゴオロク ナナハチ"


@pytest.mark.parametrize("seen", ["1-2-3", "3-245", "100-200円", "2026-11-23"])
def test_a_house_is_no_telephone(seen: str) -> None:
    assert woven(seen, [telephones]).heard == seen


def test_a_post_code() -> None:
    assert woven("〒2118570", [postcodes]).heard == "郵便番号、ニイイチ イチ、ハチゴオ ナナゼロ"


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("0012", "ゼロゼロ イチニイ"),
        ("1234 5678 9012", "イチニイ サンヨン、ゴオロク ナナハチ、キュウゼロ イチニイ"),
        ("1234567円", "1234567円"),
        ("1,234,567", "1,234,567"),
        ("100000", "100000"),
    ],
)
def test_a_long_number(seen: str, heard: str) -> None:
    assert woven(seen, [long_numbers]).heard == heard


def test_other_voices_say_digits_themselves() -> None:
    assert next(iter(telephones("0000-00-0001", "en"))).heard == "0 0 0 0, 0 0, 0 0 0 1"


@pytest.mark.parametrize(("seen", "heard"), [("1-2-3", "イチの ニの サン"), ("3−245", "サンの ニヒャクヨンジュウゴ")])
def test_houses(seen: str, heard: str) -> None:
    assert woven(seen, [houses]).heard == heard


def test_digits_written_out_are_said_by_twos() -> None:
    assert woven("番号、ゼロ ヨン ヨン、ニイ ゼロ", [paired]).heard == "番号、ゼロヨン ヨン、ニイゼロ"
    assert woven("サンゼン ヨン", [paired]).heard == "サンゼン ヨン"
