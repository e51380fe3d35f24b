"""Limits kept in this process: fair to each caller, and small however many there are."""

from __future__ import annotations

import pytest

from portal.security import allowance as limits
from portal.security.allowance import Allowance


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds, moved by hand."""
    at = [0.0]
    monkeypatch.setattr(limits, "monotonic", lambda: at[0])
    return at


def test_so_many_at_once_and_no_more(clock: list[float]) -> None:
    allowance = Allowance(3, 60)
    assert [allowance.take("here") for _ in range(5)] == [True, True, True, False, False]
    assert allowance.take("elsewhere")


def test_waiting_gives_some_back(clock: list[float]) -> None:
    allowance = Allowance(3, 60)
    for _ in range(4):
        allowance.take("here")
    clock[0] += 21
    assert [allowance.take("here") for _ in range(2)] == [True, False]
    clock[0] += 6_000
    assert [allowance.take("here") for _ in range(4)] == [True, True, True, False]


def test_the_quietest_caller_is_forgotten_first(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CALLERS", 2)
    allowance = Allowance(1, 60)
    assert allowance.take("first")
    assert allowance.take("second")
    assert not allowance.take("first")
    assert allowance.take("third")  # second is forgotten
    assert not allowance.take("first")
    assert allowance.take("second")


def test_it_is_known_what_is_left_and_how_long_the_wait_is(clock: list[float]) -> None:
    allowance = Allowance(2, 100)
    first, second, third = (allowance.taken("a") for _ in range(3))
    assert [each.allowed for each in (first, second, third)] == [True, True, False]
    assert [each.things for each in (first, second, third)] == [1, 0, 0]
    assert (third.wait, third.full) == (50, 100)
    clock[0] += 25
    assert (allowance.taken("a").wait, allowance.taken("b").wait) == (25, 0)
