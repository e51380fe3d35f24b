"""Codes of municipalities and their check digit."""

from __future__ import annotations

import pytest

from portal.registries import Registries
from portal.registries.municipality_codes import check_digit, is_valid, six_digits


@pytest.mark.parametrize(
    ("five", "digit"), [("13101", "6"), ("01101", "1"), ("14133", "0"), ("99001", "9"), ("99002", "7"), ("01100", "2")]
)
def test_check_digit(five: str, digit: str) -> None:
    assert check_digit(five) == digit
    assert six_digits(five) == five + digit
    assert is_valid(five + digit)


@pytest.mark.parametrize("code", ["131017", "13101", "1310160", "", "abcdef", "１３１０１６"])
def test_no_code(code: str) -> None:
    assert not is_valid(code)


@pytest.mark.parametrize("five", ["1310", "131016", "abcde", "１３１０１"])
def test_only_five_digits_have_a_check_digit(five: str) -> None:
    with pytest.raises(ValueError, match="five digits"):
        check_digit(five)


def test_every_code_of_the_post_is_found(real: Registries) -> None:
    town = real.municipality_codes.find("131016")
    assert town is not None
    assert (town.prefecture, town.name, town.name_kana) == ("東京都", "千代田区", "チヨダク")
    assert real.municipality_codes.find("990019") is None


def test_every_town_is_listed_once(real: Registries) -> None:
    codes = [town.code for town in real.municipality_codes.all()]
    assert len(codes) == len({*codes}) == 1892
