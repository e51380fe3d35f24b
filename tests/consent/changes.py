"""Every way to change one thing in a bundle: each value, key and list, and every sign of the checkpoint."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

Place = tuple[str | int, ...]


def changes(whole: Any) -> Iterator[tuple[Place, Any]]:
    """Where it was changed, and the bundle changed there and nowhere else."""
    for place, change in _changes(whole, ()):
        changed = deepcopy(whole)
        holder = changed
        for step in place[:-1]:
            holder = holder[step]
        if change is LOST:
            del holder[place[-1]]
        else:
            holder[place[-1]] = change
        yield place, changed


LOST = object()
MAY_BE_LEFT_OUT = {("answers",), ("name",)}
"""A bundle without them is one that says less, not another one."""


def _changes(value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    if isinstance(value, dict):
        for key, inside in value.items():
            if (*place, key) not in MAY_BE_LEFT_OUT:
                yield (*place, key), LOST
            yield from _changes(inside, (*place, key))
        yield (*place, "more"), "x"
    elif isinstance(value, list):
        for n, inside in enumerate(value):
            if not _followed(inside):
                yield (*place, n), LOST
            yield from _changes(inside, (*place, n))
        yield place, [*value, *value[:1]] if value else ["x"]
        if len(value) > 1 and place != ("records",):
            yield place, value[::-1]
    else:
        for other in _others(value):
            yield place, other


def _followed(entry: Any) -> bool:
    """Whether something was taken back, signed once more or witnessed later is what no bundle can prove by itself."""
    return isinstance(entry, dict) and entry.get("record", {}).get("event") in {"withdrawn", "signed", "witnessed"}


def _others(value: Any) -> Iterator[Any]:
    """Values that look like it."""
    match value:
        case bool():
            yield from (not value, str(value))
        case int():
            yield from (value + 1, value - 1, str(value))
        case str():
            middle = len(value) // 2
            yield from (value + "x", value[:-1] if value else "y", value.upper() if value.upper() != value else "Z")
            yield value[:middle] + ("0" if value[middle : middle + 1] != "0" else "1") + value[middle + 1 :]
            yield None
        case None:
            yield from ("", 0)
