"""`when:` — on whose way a question lies: equal, one of, all, any, not; earlier answers only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

JOINS = ("all", "any", "not")
Lookup = Callable[[str], Any]
"""Question id → kept value, or None while there is none."""
Condition = Callable[[Lookup], bool]


def condition(when: Mapping[str, Any]) -> Condition:
    """A condition ready to be asked often; several lines of one mapping must all hold, an empty one always does."""
    lines = tuple(_line(key, wanted) for key, wanted in when.items())
    if len(lines) == 1:
        return lines[0]
    return lambda value_of: all(line(value_of) for line in lines)


def _line(key: str, wanted: Any) -> Condition:
    if key == "not":
        inner = condition(wanted)
        return lambda value_of: not inner(value_of)
    if key in ("all", "any"):
        join, parts = (all if key == "all" else any), tuple(condition(part) for part in wanted)
        return lambda value_of: join(part(value_of) for part in parts)
    one_of = tuple(wanted) if isinstance(wanted, list) else (wanted,)

    def fits(value_of: Lookup) -> bool:
        value = value_of(key)
        if isinstance(value, list | tuple):
            return any(one in value for one in one_of)
        return value is not None and value in one_of

    return fits


def asked(when: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every (question id, wanted value) a condition speaks of. Raises ValueError when it is built wrongly."""
    for key, wanted in when.items():
        if key in ("all", "any"):
            if not isinstance(wanted, list) or not all(isinstance(part, dict) for part in wanted):
                raise ValueError(f"'{key}' takes a list of conditions")
            for part in wanted:
                yield from asked(part)
        elif key == "not":
            if not isinstance(wanted, dict):
                raise ValueError("'not' takes one condition")
            yield from asked(wanted)
        else:
            for one in wanted if isinstance(wanted, list) else [wanted]:
                yield key, one
