"""Receipt numbers survive the telephone, the pencil and the keyboard."""

from __future__ import annotations

import pytest

from portal.cases import number
from portal.cases.number import new_number, read_number

TYPED = {
    "as printed": "4827-1936-52",
    "without dashes": "4827193652",
    "wide": "４８２７－１９３６－５２",
    "long sound as dash": "４８２７ー１９３６ー５２",
    "spaces": " 4827 1936 52 ",
    "with its name": "受付番号：4827-1936-52です",
    "a letter for a digit": "4827-l936-52",
    "bold": "𝟒𝟖𝟐𝟕-𝟏𝟗𝟑𝟔-𝟓𝟐",
}
MISTYPED = {
    "one wrong digit": "4828-1936-52",
    "two swapped": "4287-1936-52",
    "one too few": "4827-1936-5",
    "one too many": "4827-1936-520",
    "nothing": "",
    "words": "わかりません",
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_reads_what_people_type(typed: str) -> None:
    assert read_number(typed) == "4827-1936-52"


@pytest.mark.parametrize("typed", MISTYPED.values(), ids=MISTYPED.keys())
def test_a_slip_is_never_somebody_elses_number(typed: str) -> None:
    assert read_number(typed) is None


def test_every_single_slip_is_noticed() -> None:
    right = "4827193652"
    slips = [right[:n] + digit + right[n + 1 :] for n in range(10) for digit in "0123456789" if digit != right[n]]
    swaps = [right[:n] + right[n + 1] + right[n] + right[n + 2 :] for n in range(9) if right[n] != right[n + 1]]
    assert [slip for slip in slips + swaps if read_number(slip)] == []


def test_a_new_number_reads_as_itself() -> None:
    for _ in range(100):
        fresh = new_number()
        assert read_number(fresh) == fresh


def test_small_draws_keep_their_zeros(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(number.secrets, "randbelow", lambda most: 0)
    assert new_number() == "0000-0000-98"
