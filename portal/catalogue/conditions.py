"""`when:` — on whose way a question lies: equal, one of, all, any, not; earlier answers only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

JOINS = ("all", "any", "not")
Lookup = Callable[[str], Any]
"""Question id → kept value, or None while there is none."""


def holds(when: Mapping[str, Any], value_of: Lookup) -> bool:
    """Whether a condition holds; several lines of one mapping must all hold; an empty one always does."""
    return all(_line(key, wanted, value_of) for key, wanted in when.items())


def _line(key: str, wanted: Any, value_of: Lookup) -> bool:
    if key == "all":
        return all(holds(part, value_of) for part in wanted)
    if key == "any":
        return any(holds(part, value_of) for part in wanted)
    if key == "not":
        return not holds(wanted, value_of)
    value = value_of(key)
    if value is None:
        return False
    one_of = wanted if isinstance(wanted, list | tuple) else (wanted,)
    return any(w in value for w in one_of) if isinstance(value, list) else value in one_of


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
