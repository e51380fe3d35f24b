"""Waiting for what is awaited, never for time to pass."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
_tick = Event()


def until(found: Callable[[], T], seconds: float = 120.0, what: str = "") -> T:
    """Ask again and again until the answer is truthy, and give it. Raises TimeoutError after `seconds`, which cost
    nothing when it comes, however slow the machine."""
    end = monotonic() + seconds
    while not (answer := found()):
        if monotonic() > end:
            raise TimeoutError(f"waited {seconds:.0f} s for {what or found.__name__}")
        _tick.wait(0.01)
    return answer
