"""The Tab key comes to everything once, in the order of the page and of the eye, and out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.keyboard import Round, Stop, around
from a11y.memory import once

DECLARED: Mapping[str, str] = {"summary": "an open panel of the header stands under all three buttons of its row"}
"""What may stand above or left of the stop before it, by the beginning of its name, and why."""


def look(page: Page, _state: State) -> Iterator[str]:
    """Stops out of order, left out, or never left."""
    walked = once(page, "around", around)
    yield from _missed(walked)
    for before, after in pairwise(walked.once):
        if after.at < before.at:
            yield f"{after.name} is stopped at after {before.name}, but written before it"
        elif _is_seen_first(after, before) and not after.name.startswith(tuple(DECLARED)):
            yield f"{after.name} is stopped at after {before.name}, but seen before it"


def _missed(walked: Round) -> Iterator[str]:
    reached = {stop.at for stop in walked.once}
    yield from (f"{name} is never reached" for at, name in walked.expected.items() if at not in reached)
    if walked.end is None:
        yield f"the Tab key never leaves the page and ends at {walked.stops[-1].name}"


def _is_seen_first(one: Stop, other: Stop) -> bool:
    """Wholly above, or on the same line and wholly to the left; 1 CSS pixel is no difference."""
    if one.bottom <= other.top + 1:
        return True
    together = min(one.bottom, other.bottom) - max(one.top, other.top)
    line = together > min(one.bottom - one.top, other.bottom - other.top) / 2
    return line and one.right <= other.left + 1


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.2", "2.1.1", "2.1.2", "2.4.3"),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        Fault(
            "boxes in another order than written",
            'document.querySelector("main form").style.cssText = "display: flex; flex-direction: column-reverse"',
        ),
        Fault(
            "a line from right to left",
            'document.querySelector("main .parts").style.flexDirection = "row-reverse"',
        ),
        Fault("a box that wants to be first", 'document.querySelector("main #number").tabIndex = 5'),
        Fault(
            "a box that keeps the Tab key",
            'const box = document.querySelector("#number");'
            'box.addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault())',
        ),
        Fault(
            "a button the Tab key jumps over",
            'document.querySelector("main .go").addEventListener("focus", (e) => e.target.blur())',
        ),
    ),
)
