"""Limits kept in this process, or by all of a machine: fair to each caller, and small however many there are."""

from __future__ import annotations

from fcntl import LOCK_EX, LOCK_NB, flock
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from portal.security import allowance as limits
from portal.security.allowance import Allowance, SharedAllowance


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


def test_several_processes_count_together(clock: list[float], tmp_path: Path) -> None:
    here, there = (SharedAllowance(tmp_path / "rate", 3, 60) for _ in range(2))
    assert [one.taken("a").things for one in (here, there, here)] == [2, 1, 0]
    refused = there.taken("a")
    assert (refused.allowed, refused.wait, refused.full) == (False, 20, 60)
    assert there.taken("b").allowed
    clock[0] += 21
    assert [one.taken("a").allowed for one in (here, there)] == [True, False]
    clock[0] = 5  # the machine was started anew
    assert there.taken("a").things == 2


def test_none_counts_while_another_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, real, looked = SharedAllowance(tmp_path / "rate", 9, 60), SharedAllowance._slot, []

    def overtaken(*asked: Any) -> Any:
        looked.append(asked)
        with (tmp_path / "rate").open() as elsewhere, pytest.raises(BlockingIOError):
            flock(elsewhere, LOCK_EX | LOCK_NB)
        return real(*asked)

    monkeypatch.setattr(SharedAllowance, "_slot", overtaken)
    assert [here.taken("a").things, here.taken("a").things, len(looked)] == [8, 7, 2]
    with (tmp_path / "rate").open() as elsewhere:
        flock(elsewhere, LOCK_EX | LOCK_NB)


def test_what_a_process_took_that_has_ended_stays_taken(tmp_path: Path) -> None:
    child = get_context("fork").Process(target=take_all, args=(tmp_path / "rate",))
    child.start()
    child.join()
    assert child.exitcode == 0
    assert not SharedAllowance(tmp_path / "rate", 2, 3_600).taken("a").allowed


def take_all(path: Path) -> None:
    allowance = SharedAllowance(path, 2, 3_600)
    assert [allowance.taken("a").allowed for _ in range(3)] == [True, True, False]


def test_where_there_is_no_room_the_quietest_gives_way(
    clock: list[float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BUCKETS", 1)
    monkeypatch.setattr(limits, "EACH", 2)
    allowance = SharedAllowance(tmp_path / "rate", 1, 600)

    def asks(caller: str) -> bool:
        clock[0] += 1
        return allowance.taken(caller).allowed

    assert [asks(caller) for caller in ("a", "b", "a")] == [True, True, False]
    assert [asks(caller) for caller in ("c", "a", "b")] == [True, False, True]
