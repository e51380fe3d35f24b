"""What has the focus lies open: nothing covers its middle or a corner, and all of it is on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State
from a11y.keyboard import around
from a11y.memory import once


def look(page: Page, _state: State) -> Iterator[str]:
    """What the Tab key comes to and nobody can see whole."""
    for stop in once(page, "around", around).once:
        if stop.covered:
            yield f"{stop.name} has the focus and lies under {stop.covered[0]}"


BAR = """const bar = document.createElement("div");
document.body.append(bar);
bar.style.cssText = "position: fixed; left: 0; right: 0; height: 30%; background: #eee; """
CORNER = """const box = document.querySelector("main input, main button").getBoundingClientRect();
const note = document.createElement("div");
document.body.append(note);
note.style.cssText = "position: absolute; width: 20px; height: 20px; background: #eee;";
note.style.left = `${box.left + scrollX - 10}px`;
note.style.top = `${box.top + scrollY - 10}px`;"""

CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.4.11", "2.4.12"),
    look=look,
    at=lambda state: state.variant.look == "standard",
    faults=(
        Fault("a bar that stays at the bottom", BAR + 'bottom: 0"'),
        Fault("a bar that stays at the top", BAR + 'top: 0"'),
        Fault("a notice over one corner", CORNER),
    ),
)
