"""Whatever was faulty with applications of 2020 is mended on the way, or staff are told of it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.bench.applications import FAULTS, household
from tests.bench.defects import UNTOLD, Town, outcome, town


@pytest.fixture(scope="module")
def towns() -> Iterator[tuple[Town, Town]]:
    """Two portals: for the faulty applications, and for the same without their fault."""
    with town() as one, town() as other:
        yield one, other


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_2020_is_mended_or_told(towns: tuple[Town, Town], name: str) -> None:
    faulty, good = household(Random(name)), household(Random(name))
    FAULTS[name].made(faulty, Random(name))
    came, ought = towns[0].applied(faulty, good), towns[1].applied(good, good)
    assert outcome(name, came, ought[0]) != UNTOLD


def test_a_fault_nobody_noticed_would_be_counted(towns: tuple[Town, Town]) -> None:
    one, other = household(Random("one")), household(Random("other"))
    came, ought = towns[0].applied(one, one), towns[1].applied(other, other)
    assert outcome("account of somebody else", came, ought[0]) == UNTOLD
