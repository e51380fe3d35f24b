"""Companies' numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.answers import KINDS
from portal.answers.corporate_number import grouped
from tests.answers.given import TODAY, ask, read, refused, shown, told

NUMBER = "4011001098993"


@pytest.mark.parametrize(
    "typed", [NUMBER, "４－０１１０－０１０９－８９９３", "T4011001098993", "法人番号: 4011001098993"]
)
def test_reads_what_people_type(typed: str) -> None:
    assert read("corporate_number", typed) == NUMBER


@given(st.integers(0, 12), st.integers(1, 9))
def test_a_wrong_digit_is_asked_about_and_taken(place: int, more: int) -> None:
    digit = (int(NUMBER[place]) + more) % 10
    wrong = NUMBER[:place] + str(digit) + NUMBER[place + 1 :]
    assert read("corporate_number", wrong) == wrong
    codes = [doubt.code for doubt in KINDS["corporate_number"].doubts(wrong, ask("corporate_number"), TODAY)]
    # The sum is taken modulo nine, so that 0 and 9 look alike in it.
    assert codes == ([] if {int(NUMBER[place]), digit} == {0, 9} and place else ["check-digit"])


@given(st.text(alphabet="0123456789", min_size=13, max_size=13))
def test_what_is_shown_is_read_again(number: str) -> None:
    assert read("corporate_number", grouped(number)) == number
    assert shown("corporate_number", number) == (grouped(number),)


AMISS = {
    "too short": ("12345", "いまは5けた"),
    "a word": ("やまだ商店", "13けたの数字"),
    "the register's number": ("011001098993", NUMBER),
    "a person's number": ("123456789018", "マイナンバー"),
}


@pytest.mark.parametrize(("typed", "said"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: str, said: str) -> None:
    assert said in told(refused("corporate_number", typed))["value"]
