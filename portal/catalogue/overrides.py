"""What a town may change: only what the service names in `overridable`, as `deadline` or `figures.amount`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from portal.municipalities.source import Place


def laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The service with the town's values in place of the service's."""
    merged = dict(base)
    for key, value in own.items():
        merged[key] = laid_over(base[key], value) if isinstance(value, Mapping) and key in base else value
    return merged


def not_allowed(base: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """Every value a town's file changes without being allowed to, with its place."""
    allowed = set(base.get("overridable", ()))
    for place in _leaves(own):
        if not any(".".join(map(str, place[:n])) in allowed for n in range(1, len(place) + 1)):
            name = ".".join(map(str, place))
            yield place, f"a town may not change '{name}'; the service allows {', '.join(sorted(allowed)) or 'nothing'}"


def _leaves(own: Mapping[str, Any], place: Place = ()) -> Iterator[Place]:
    for key, value in own.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*place, key))
        else:
            yield (*place, key)
