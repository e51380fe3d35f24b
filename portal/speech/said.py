"""Said: one sentence as it is seen and as a voice is given it, and which sign stands for which."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """`origin[i]` is the index in `seen` that `heard[i]` stands for; it never goes back."""

    seen: str
    heard: str
    origin: tuple[int, ...]

    @classmethod
    def as_seen(cls, seen: str) -> Said:
        """A sentence that is heard just as it is written."""
        return cls(seen, seen, tuple(range(len(seen))))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of `seen` that heard[start:end] stands for; at least one sign wherever something is heard."""
        if not self.heard:
            return 0, 0
        first = self.origin[min(start, len(self.heard) - 1)]
        last = self.origin[min(max(end - 1, start), len(self.heard) - 1)]
        after = bisect_right(self.origin, last)
        return first, self.origin[after] if after < len(self.origin) else len(self.seen)
