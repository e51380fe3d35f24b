"""Check digits: whatever slips in copying is noticed, however long the number is."""

from __future__ import annotations

import pytest

from portal.security.check_digits import checked, unchecked


@pytest.mark.parametrize("digits", ["0", "00000000", "48271936", "9" * 20, "123456789012345"])
def test_every_single_slip_is_noticed(digits: str) -> None:
    right = checked(digits)
    assert unchecked(right) == digits
    places = range(len(right))
    slips = [right[:n] + digit + right[n + 1 :] for n in places for digit in "0123456789" if digit != right[n]]
    swaps = [right[:n] + right[n + 1] + right[n] + right[n + 2 :] for n in places[:-1] if right[n] != right[n + 1]]
    assert [slip for slip in slips + swaps if unchecked(slip) is not None] == []


@pytest.mark.parametrize("typed", ["", "わかりません", "1", "97", "1" * 4301])
def test_what_is_no_number(typed: str) -> None:
    assert unchecked(typed) is None


@pytest.mark.parametrize("typed", ["４８２７－１９３６－５２", "番号は4827l93652です", "𝟒𝟖𝟐𝟕-𝟏𝟗𝟑𝟔-𝟓𝟐"])
def test_it_is_read_however_it_is_typed(typed: str) -> None:
    assert unchecked(typed) == "48271936"
