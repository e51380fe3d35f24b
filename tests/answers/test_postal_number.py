"""Symbol and number of the post bank as other banks know them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.answers.postal_number import PostalNumber, apart, no_number, postal


def test_the_known_example() -> None:
    known = PostalNumber("10530", "12345671")
    assert (known.branch, known.account, known.kind) == ("058", "1234567", "ordinary")


def test_a_giro_account() -> None:
    giro = PostalNumber("00160", "123456")
    assert (giro.branch, giro.account, giro.kind) == ("019", "0123456", "checking")


APART = {
    "a dash": ("10530-12345671", ("10530", "12345671")),
    "wide": ("１０５３０－１２３４５６７１", ("10530", "12345671")),
    "a space": ("10530 12345671", ("10530", "12345671")),
    "the digit between": ("10530-2-12345671", ("10530", "12345671")),
    "the digit on the symbol": ("105302 12345671", ("10530", "12345671")),
    "their names": ("記号10530 番号12345671", ("10530", "12345671")),
    "run together": ("1053012345671", ("10530", "12345671")),
    "kanji": ("一〇五三〇", ("10530", "")),
    "only the symbol": ("10530", ("10530", "")),
    "the symbol and its digit": ("10530-2", ("10530", "")),
    "giro": ("00160-9-123456", ("00160", "123456")),
    "a branch": ("058", None),
    "an account number": ("1234567", None),
    "another beginning": ("20530", None),
    "a name": ("新宿", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("typed", "kept"), APART.values(), ids=APART.keys())
def test_what_was_typed_together_is_taken_apart(typed: str, kept: tuple[str, str] | None) -> None:
    assert apart(typed) == kept


@given(st.integers(1, 9_999_999))
def test_the_number_for_other_banks_is_the_one_in_front_of_the_one(account: int) -> None:
    read = postal("10530", f"{account}1")
    if account > 9:
        assert read is not None
        assert read.account == f"{account:07}"


@pytest.mark.parametrize(("number", "account"), [("1234567", "1234567"), ("12-34-56", "0123456")])
def test_a_number_that_does_not_end_in_one_is_the_one_for_other_banks(number: str, account: str) -> None:
    read = postal("10530", number)
    assert read is not None
    assert read.account == account


@pytest.mark.parametrize(
    ("symbol", "number"), [("10530", "12345678"), ("10530", "123456781"), ("00160", "1234567"), ("10530", "山田")]
)
def test_a_number_no_passbook_has(symbol: str, number: str) -> None:
    assert postal(symbol, number) is None
    assert ("6けた" if symbol == "00160" else "最後は1") in no_number(symbol).text
