"""Limits of what costs much and tells nothing: counted in this process alone, and forgotten with it."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from time import monotonic
from typing import NamedTuple

CALLERS = 10_000
"""Callers remembered; the one who has been quiet for longest is forgotten first."""


class Left(NamedTuple):
    """Whether one more was allowed, how many whole ones are left, and seconds until the next one and until all are."""

    allowed: bool
    things: int
    wait: float
    full: float


class Allowance:
    """So many things at once, and as many again in every `seconds`, for each caller."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, caller: str, cost: float = 1) -> bool:
        """Whether a caller may have one more."""
        return self.taken(caller, cost).allowed

    def taken(self, caller: str, cost: float = 1) -> Left:
        """What is left after a caller took one more, or could not."""
        now = monotonic()
        with self._lock:
            left, then = self._left.pop(caller, (float(self._most), now))
            left = min(self._most, left + (now - then) * self._most / self._seconds)
            allowed = left >= cost
            left -= cost if allowed else 0
            self._left[caller] = (left, now)
            if len(self._left) > CALLERS:
                self._left.popitem(last=False)
        each = self._seconds / self._most
        return Left(allowed, int(left), max(0.0, (cost - left) * each), (self._most - left) * each)
