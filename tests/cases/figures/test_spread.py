"""How long answers take, in days: for half of the people, and for nine of ten."""

from __future__ import annotations

from portal.cases.figures.spread import groups, spread


def test_half_and_nine_of_ten_are_days_somebody_waited() -> None:
    assert spread({0: 5, 3: 4, 40: 1}) == (0, 3)
    assert spread({0: 5, 3: 3, 40: 2}) == (0, 40)
    assert spread({2: 1, 5: 10}) == (5, 5)


def test_of_few_nothing_is_told() -> None:
    assert spread({1: 9}) is None
    assert spread({}) is None


def test_answers_fall_into_groups_of_days() -> None:
    assert groups({0: 1, 1: 2, 3: 1, 4: 5, 14: 1, 15: 1, 31: 2, 300: 1}) == [1, 3, 5, 1, 1, 3]
    assert groups({}) == [0] * 6
