"""A few processes for many wishes: bounded, and none lost with one of them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from portal.processes.child import Child, Gone
from portal.speech.processes.pool import Pool
from portal.speech.voices.voice import Silent
from tests.processes.given import obedient
from tests.waiting import until


class Patient(Child):
    """A child that answers when it is let, in this process."""

    def __init__(self, let: Event) -> None:
        super().__init__()
        self._let = let

    def ask(self, question: bytes, seconds: float) -> bytes:
        self._let.wait()
        return question


@pytest.fixture
def pools() -> Iterator[Callable[..., Pool]]:
    """Pools that are ended afterwards."""
    made = list[Pool]()

    def make(*given: object) -> Pool:
        made.append(Pool(*given))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for pool in made:
        pool.end()


def test_processes_start_one_by_one_and_are_used_again(pools: Callable[..., Pool]) -> None:
    pool = pools(2, obedient)
    assert pool.pids == []
    assert pool.ask(b"pid") == pool.ask(b"pid")
    assert len(pool.pids) == 1


def test_a_killed_process_costs_nobody_an_answer(pools: Callable[..., Pool]) -> None:
    pool = pools(1, obedient)
    first = pool.ask(b"pid")
    os.kill(int(first), signal.SIGKILL)
    assert pool.ask(b"pid") != first


def test_what_kills_twice_is_silent(pools: Callable[..., Pool]) -> None:
    pool = pools(1, obedient)
    with pytest.raises(Silent):
        pool.ask(b"die")
    assert pool.ask(b"ab") == b"abab"


def test_no_more_wait_than_may(pools: Callable[..., Pool]) -> None:
    let = Event()
    pool = pools(1, lambda: Patient(let), 3)
    with ThreadPoolExecutor(3) as people:
        wishes = [people.submit(pool.ask, b"%d" % n) for n in range(3)]
        until(lambda: pool.waiting == 3, what="three wishes")
        with pytest.raises(Silent, match="too many"):
            pool.ask(b"3")
        let.set()
        assert sorted(wish.result() for wish in wishes) == [b"0", b"1", b"2"]
    assert pool.ask(b"4") == b"4"


def test_no_more_processes_than_set(pools: Callable[..., Pool]) -> None:
    pool = pools(2, obedient)
    with ThreadPoolExecutor(8) as people:
        answered = set(people.map(pool.ask, [b"pid"] * 40))
    assert len(answered) <= 2


def test_one_that_has_ended_starts_nothing_more(pools: Callable[..., Pool]) -> None:
    pool = pools(1, obedient)
    pool.ask(b"ab")
    with ThreadPoolExecutor(1) as people:
        wish = people.submit(pool.ask, b"hang")
        until(lambda: pool.waiting == 1, what="a wish")
        pool.end()
        with pytest.raises(Silent):
            wish.result()
    assert pool.pids == []
    with pytest.raises(Silent, match="ended"):
        pool.ask(b"ab")


def test_a_child_that_cannot_start_is_silent(pools: Callable[..., Pool]) -> None:
    class Absent(Child):
        def ask(self, question: bytes, seconds: float) -> bytes:
            raise Gone("OSError")

    with pytest.raises(Silent):
        pools(1, Absent).ask(b"ab")
