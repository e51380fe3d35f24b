"""Symbol and number of the post bank as other banks know them."""

from __future__ import annotations

import pytest

from portal.answers.postal_number import account_number, apart, branch_code, number_of, symbol_of


def test_the_known_example() -> None:
    assert (branch_code("10530"), account_number("12345671")) == ("058", "1234567")


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [("10530", "10530"), ("１０５３０", "10530"), ("10530-1", "10530"), ("00530", None), ("105301", None), ("", None)],
)
def test_symbol(typed: str, symbol: str | None) -> None:
    assert symbol_of(typed) == symbol


@pytest.mark.parametrize(
    ("typed", "number"), [("12345671", "12345671"), ("1 234 5671", "12345671"), ("21", "21"), ("1", None), ("12", None)]
)
def test_number(typed: str, number: str | None) -> None:
    assert number_of(typed) == number


def test_what_was_typed_together_is_taken_apart() -> None:
    assert apart("10530-12345671", "") == ("10530", "12345671")
    assert apart("10530", "12345671") == ("10530", "12345671")
    assert apart("10530-2", "") == ("10530-2", "")
