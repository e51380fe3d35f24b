"""Limits of what costs much and tells nothing: counted in this process alone, and forgotten with it; or by all
processes of one machine together, in a small file.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_UN, flock
from hashlib import blake2b
from mmap import mmap
from pathlib import Path
from struct import Struct
from threading import Lock
from time import monotonic
from typing import NamedTuple

CALLERS = 10_000
"""Callers remembered; the one who has been quiet for longest is forgotten first."""
SLOT = Struct("=8sdd")
"""In the file: a caller's hash, what is left, and when that was so (seconds since this machine was started)."""
BUCKETS, EACH = 1_024, 8
"""A caller's hash names a bucket, of whose slots the quietest is given to a new one."""


class Left(NamedTuple):
    """Whether one more was allowed, how many whole ones are left, and seconds until the next one and until all are."""

    allowed: bool
    things: int
    wait: float
    full: float


class Rate(NamedTuple):
    """So many things at once, and as many again in every `seconds`."""

    most: int
    seconds: float

    def taken(self, left: float, passed: float, cost: float) -> tuple[Left, float]:
        """What is told, and what is left, of somebody who had so much some seconds ago and wants one more."""
        left = min(self.most, left + passed * self.most / self.seconds)
        allowed = left >= cost
        left -= cost if allowed else 0
        each = self.seconds / self.most
        return Left(allowed, int(left), max(0.0, (cost - left) * each), (self.most - left) * each), left


class Allowance:
    """So many things at once, and as many again in every `seconds`, for each caller."""

    def __init__(self, most: int, seconds: float) -> None:
        self._rate = Rate(most, seconds)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, caller: str, cost: float = 1) -> bool:
        """Whether a caller may have one more."""
        return self.taken(caller, cost).allowed

    def taken(self, caller: str, cost: float = 1) -> Left:
        """What is left after a caller took one more, or could not."""
        now = monotonic()
        with self._lock:
            left, then = self._left.pop(caller, (float(self._rate.most), now))
            told, left = self._rate.taken(left, now - then, cost)
            self._left[caller] = (left, now)
            if len(self._left) > CALLERS:
                self._left.popitem(last=False)
        return told


class SharedAllowance:
    """An Allowance that all processes of this machine take from, whichever of them is asked. Raises OSError where the
    file cannot be made.
    """

    def __init__(self, path: Path, most: int, seconds: float) -> None:
        self._rate = Rate(most, seconds)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        os.ftruncate(self._file, BUCKETS * EACH * SLOT.size)
        self._slots = mmap(self._file, BUCKETS * EACH * SLOT.size)
        self._lock = Lock()

    def taken(self, caller: str) -> Left:
        """What is left after a caller took one more, or could not."""
        name = blake2b(caller.encode(), digest_size=8).digest()
        with self._alone():
            now = monotonic()
            at, left, then = self._slot(name, now)
            told, left = self._rate.taken(left, now - then, 1)
            SLOT.pack_into(self._slots, at, name, left, now)
        return told

    def _slot(self, name: bytes, now: float) -> tuple[int, float, float]:
        """Where a caller is written down, what was left and when; all of it for one who is not."""
        begin = int.from_bytes(name) % BUCKETS * EACH * SLOT.size
        places = range(begin, begin + EACH * SLOT.size, SLOT.size)
        found = {at: SLOT.unpack_from(self._slots, at) for at in places}
        for at, (known, left, then) in found.items():
            if known == name and then <= now:
                return at, left, then
        # One that is written down for later than now is from before this machine was started anew.
        at = min(found, key=lambda at: 0.0 if found[at][2] > now or found[at][0] == name else found[at][2])
        return at, float(self._rate.most), now

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The file's lock is each process's, ours is each thread's; one who is killed lets go of it."""
        with self._lock:
            flock(self._file, LOCK_EX)
            try:
                yield
            finally:
                flock(self._file, LOCK_UN)
