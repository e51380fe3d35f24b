"""Whether scripts are switched off or never arrive, everything works, from the first page to the receipt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import passage, told

IDLE = """() => [...document.querySelectorAll("button[type=button], a[href^=javascript], a[href='#'], a:not([href])")]
  .filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 100))"""
"""What can be seen and needs a script to do anything."""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """What only a script could do."""
    off, lost = opened(java_script_enabled=False), opened()
    lost.route("**/*.js", lambda route: route.abort())
    for page in (off, lost):
        hand = Pointer(page, script=False)
        for stop in passage(hand, journey):
            yield from (f"{stop}: without script nothing happens at {it}" for it in page.evaluate(IDLE))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.1.1", "4.1.2"),
    way=way,
    faults=(
        Fault(
            "a form that only a script can send",
            "addEventListener('submit', (e) => { if (e.target.id === 'answer') e.preventDefault(); })",
        ),
        Fault(
            "a button that only a script can answer",
            "addEventListener('DOMContentLoaded', () => document.querySelectorAll('[data-print]')"
            ".forEach((it) => { it.hidden = false; }))",
        ),
    ),
)
