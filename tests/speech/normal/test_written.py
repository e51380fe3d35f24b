"""Written: digits in either width, whole numbers only."""

from __future__ import annotations

import re

import pytest

from portal.speech.normal.written import DASH, TILDE, D, plain, whole


def test_wide_digits_are_made_plain() -> None:
    assert plain("１,２３４．５円") == "1,234.5円"


@pytest.mark.parametrize("text", ["12", "第12号", "１２円"])
def test_a_whole_number_is_found(text: str) -> None:
    assert whole(f"{D}{{2}}").search(text)


@pytest.mark.parametrize("text", ["112", "1,12", "1.12", "123"])
def test_a_part_of_a_number_is_not(text: str) -> None:
    assert not whole(f"{D}{{2}}").search(text)


def test_many_signs_are_meant_as_a_dash_or_a_tilde() -> None:
    assert all(re.fullmatch(DASH, sign) for sign in "-‐−–—ー－")
    assert all(re.fullmatch(TILDE, sign) for sign in "~〜～")
