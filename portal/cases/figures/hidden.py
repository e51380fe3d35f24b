"""Hidden numbers: what is so small that somebody might be known by it is not shown, and cannot be worked out either.

The rule is ours: a number from 1 to 4 is hidden. One that is hidden alone could be found by taking the others from the
whole; so could several that are all 1, or all 4. Then the smallest of the others is hidden too, be it 0, and all that
are as small, as else its place would tell. Hidden numbers look alike: each may then be one or another. Where there is
nothing more to hide, nothing is shown.

This holds for one table. Who compares the tables of many periods may learn more; they are for those who may read the
applications themselves, and what is given away is one table at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

FEW = 5
"""Numbers below this, other than 0, are hidden."""


def shown(counts: Sequence[int]) -> list[int | None] | None:
    """The numbers of one table whose sum is known, None for each hidden one; None where nothing may be shown."""
    hidden = {n for n, count in enumerate(counts) if 0 < count < FEW}
    if _found_out([counts[n] for n in hidden]):
        rest = [count for n, count in enumerate(counts) if n not in hidden]
        if not rest:
            return None
        hidden |= {n for n, count in enumerate(counts) if count == min(rest)}
    return [None if n in hidden else count for n, count in enumerate(counts)]


def _found_out(hidden: Collection[int]) -> bool:
    """Whether hidden numbers could be worked out from their sum."""
    return len(hidden) == 1 or (bool(hidden) and sum(hidden) in {len(hidden), (FEW - 1) * len(hidden)})
