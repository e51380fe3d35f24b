"""What a clerk types into one box is understood in any width and order."""

from __future__ import annotations

import pytest

from portal.cases.number import new_number
from portal.cases.search.typed import Sought, understood

NUMBER = "4827-1936-52"
CASES = {
    "山田花子": Sought(name="山田花子"),
    "山田　花子": Sought(name="山田 花子"),
    "ﾔﾏﾀﾞ": Sought(name="ヤマダ"),
    "０９０−１２３４−５６７８": Sought(phone="09012345678"),
    "090 1234 5678": Sought(phone="09012345678"),
    "(03)3210-9876": Sought(phone="0332109876"),
    "昭和10年4月1日": Sought(birth_date="1935-04-01"),
    "昭和１０年 ４月 １日": Sought(birth_date="1935-04-01"),
    "S10.4.1": Sought(birth_date="1935-04-01"),
    "1935/4/1": Sought(birth_date="1935-04-01"),
    "19350401": Sought(birth_date="1935-04-01"),
    "山田 S10.4.1": Sought(name="山田", birth_date="1935-04-01"),
    "S10.4.1 山田 花子 090-1234-5678": Sought(name="山田 花子", birth_date="1935-04-01", phone="09012345678"),
    "1935-02-30": Sought(),
    "": Sought(),
    "123": Sought(),
}


@pytest.mark.parametrize(("typed", "sought"), CASES.items(), ids=CASES.keys())
def test_one_box_is_enough(typed: str, sought: Sought) -> None:
    assert understood(typed) == sought


def test_a_receipt_number_in_any_spelling() -> None:
    number = new_number()
    digits = number.replace("-", "")
    for typed in (number, digits, number.replace("-", "−"), number.replace("-", " ")):
        assert understood(typed).number == number


def test_what_may_be_both_is_told_as_both() -> None:
    both = next(text for n in range(10_000) if understood(text := f"03321{n:05d}").number)
    assert understood(both).phone == both


def test_a_whole_book_does_no_harm() -> None:
    assert understood("山田" * 100_000).name == "山田" * 100
