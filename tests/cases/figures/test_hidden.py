"""Small numbers are hidden, and nobody finds one by taking the others from the whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from portal.cases.figures.hidden import FEW, shown


def test_small_numbers_are_hidden_and_others_are_not() -> None:
    assert shown([FEW, 0, 120]) == [5, 0, 120]
    assert shown([2, 3, 120]) == [None, None, 120]
    assert shown([0, 0]) == [0, 0]
    assert shown([]) == []


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([3, 7, 40], [None, None, 40]),
        ([3, 0, 40], [None, None, 40]),
        ([1, 1, 40, 7], [None, None, 40, None]),
        ([4, 4, 0, 9], [None, None, None, 9]),
        ([0, 3, 0, 40], [None, None, None, 40]),
        ([3, 40], [None, None]),
        ([3], None),
        ([1, 1, 1, 1, 1], None),
    ],
    ids=[
        "the smallest other",
        "a nought first",
        "all of them 1",
        "all of them 4",
        "all as small",
        "both",
        "alone",
        "all there are",
    ],
)
def test_one_more_is_hidden_where_it_could_be_worked_out(counts: list[int], told: list[int | None] | None) -> None:
    assert shown(counts) == told


@cache
def tables(length: int, whole: int) -> list[tuple[int, ...]]:
    """Every table with so many numbers of that sum."""
    return [counts for counts in product(range(whole + 1), repeat=length) if sum(counts) == whole]


def told() -> Iterator[tuple[tuple[int, ...], list[int | None]]]:
    """Every small table and what is shown of it."""
    for length, whole in ((2, 14), (3, 14), (4, 10)):
        for sum_ in range(whole + 1):
            for counts in tables(length, sum_):
                if found := shown(counts):
                    yield counts, found


def test_every_hidden_number_may_be_another_for_who_knows_the_rule_and_the_whole() -> None:
    alike: dict[tuple[int, tuple[int | None, ...]], list[tuple[int, ...]]] = {}
    for counts, found in told():
        alike.setdefault((sum(counts), tuple(found)), []).append(counts)
    for (_, found), possible in alike.items():
        for n, one in enumerate(found):
            assert one is not None or len({counts[n] for counts in possible}) > 1, (found, possible)
