"""One process: asked, killed, hung, started again, ended."""

from __future__ import annotations

from collections.abc import Iterator

import psutil
import pytest

from portal.processes.child import Child, Gone
from tests.processes.given import obedient
from tests.waiting import until


@pytest.fixture
def child() -> Iterator[Child]:
    """A child that is ended afterwards."""
    one = obedient()
    yield one
    one.end()


def test_it_starts_at_the_first_question(child: Child) -> None:
    assert child.pid is None
    assert child.ask(b"ab", 30) == b"abab"
    assert child.pid


def test_a_long_answer_comes_whole(child: Child) -> None:
    assert child.ask(b"x" * 60_000, 30) == b"x" * 120_000


@pytest.mark.parametrize("told", [b"die", b"half"], ids=["killed", "broke off"])
def test_one_that_ends_is_told_and_the_next_question_starts_another(child: Child, told: bytes) -> None:
    first = child.ask(b"pid", 30)
    with pytest.raises(Gone):
        child.ask(told, 30)
    assert child.ask(b"pid", 30) != first


def test_one_that_hangs_is_ended(child: Child) -> None:
    child.ask(b"ab", 30)
    process = psutil.Process(child.pid)
    with pytest.raises(Gone, match="TimeoutError"):
        child.ask(b"hang", 0.2)
    assert not process.is_running()


def test_it_ends_when_told_even_twice(child: Child) -> None:
    child.ask(b"ab", 30)
    process = psutil.Process(child.pid)
    child.end()
    child.end()
    until(lambda: not process.is_running(), what="the child to end")
