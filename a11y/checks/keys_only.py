"""Somebody who has only a keyboard gets from the first page to the receipt, and is caught nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import SAME, Keys
from a11y.passage import passage, told


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where the Tab key cannot turn around; where it cannot go on is told by itself."""
    keys = Keys(opened())
    for stop in passage(keys, journey):
        if not stop.filled:
            yield from turned(keys, str(stop))


def turned(keys: Keys, stop: str) -> Iterator[str]:
    """Two stops on and two back is where one was."""
    board = keys.page.keyboard
    board.press("Tab")
    at = keys.page.evaluate_handle("document.activeElement")
    for key in ("Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        board.press(key)
    if not at.evaluate(SAME):
        yield f"{stop}: after two stops on, Shift and Tab do not lead back to {at.evaluate('it => it.outerHTML')[:80]}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.1.1", "2.1.2", "2.1.3", "2.4.3"),
    way=way,
    faults=(
        Fault(
            "Enter does nothing",
            "addEventListener('keydown', (e) => { if (e.key === 'Enter') e.preventDefault(); }, true)",
        ),
        Fault(
            "the Tab key is caught in a box",
            "addEventListener('keydown', (e) => { if (e.key === 'Tab' && e.target.name) e.preventDefault(); })",
        ),
        Fault(
            "there is no way back",
            "addEventListener('keydown', (e) => { if (e.key === 'Tab' && e.shiftKey) e.preventDefault(); })",
        ),
    ),
)
