"""Telephone numbers among other words."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.answers.phone import grouped
from portal.answers.typed_phone import is_known, read_phone

AROUND = ["", "自宅", "携帯 ", "TEL:", "電話番号：", "娘 "]
BEHIND = ["", "（携帯）", " 自宅", "　山田様", "（9時から17時）"]
DASHES = ["-", "－", "ー", "―", " ", "　", ".", "の", ""]
AREAS = ["03-3210-", "06-6210-", "045-210-", "090-1234-", "080-9876-", "050-1234-", "0980-12-"]


@given(st.sampled_from(AREAS), st.integers(1000, 9999), st.sampled_from(DASHES), st.sampled_from(AROUND))
def test_any_dash_and_any_word_around(area: str, last: int, dash: str, before: str) -> None:
    plain = f"{area}{last}"
    for after in BEHIND:
        assert read_phone(before + plain.replace("-", dash) + after) == (plain.replace("-", ""), None)


@given(st.sampled_from(AREAS), st.integers(1000, 9999))
def test_as_we_show_it(area: str, last: int) -> None:
    number = f"{area}{last}".replace("-", "")
    assert read_phone(grouped(number)) == (number, None)


@pytest.mark.parametrize("region", ["KR", "US", "CN", "BR", "VN", "PH", "GB", "NP"])
def test_numbers_of_other_countries_as_we_show_them(region: str) -> None:
    example = phonenumbers.example_number(region)
    assert example is not None
    number = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    assert read_phone(grouped(number)) == (number, None)
    assert is_known(number)


@pytest.mark.parametrize("text", ["1" * 1000, "03-3210-9876 " * 70, "(" * 1000, "内線" * 300, "+" * 900])
def test_many_signs_are_no_number(text: str) -> None:
    assert read_phone(text)[0] == ""
