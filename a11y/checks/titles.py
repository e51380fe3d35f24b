"""Every step of a service has a title of its own, and the title changes when the step does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import passage, told


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Steps that share a title."""
    page = opened()
    hand, steps = Pointer(page), dict[str, str]()
    for stop in passage(hand, journey):
        if not stop.filled and (other := steps.setdefault(page.title(), stop.step)) != stop.step:
            yield f"{stop.step} has the same title as {other}: {page.title()!r}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.4.2",),
    way=way,
    faults=(
        Fault(
            "one title for all",
            'addEventListener("DOMContentLoaded", () => { document.title = "手続き"; });'
            'document.addEventListener("swapped", () => { document.title = "手続き"; })',
        ),
        Fault(
            "a title that stays behind",
            'let before = "";'
            "const late = () => { [before, document.title] = [document.title, before || document.title]; };"
            'document.addEventListener("swapped", late)',
        ),
    ),
)
