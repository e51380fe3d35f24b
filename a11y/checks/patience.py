"""Nothing runs out while somebody thinks: after twenty hours on a page its words stand there and it can be sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import passage, told

HOURS = 20
"""WCAG 2.2, 2.2.1 and 2.2.6: what lasts longer needs neither a warning nor a notice."""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where time alone takes something away. The clock that is moved is the browser's."""
    page = opened()
    page.clock.install()
    gone: list[str] = []
    page.on("framenavigated", lambda frame: gone.append(frame.url))
    page.on("dialog", lambda dialog: (gone.append(dialog.message), dialog.dismiss()))
    hand = Pointer(page)
    for stop in passage(hand, journey):
        before, text = hand.typed(), hand.words("main")
        gone.clear()
        page.clock.fast_forward(HOURS * 3600 * 1000)
        page.wait_for_load_state()
        if gone or hand.typed() != before or hand.words("main") != text:
            yield f"{stop}: after {HOURS} hours {gone or hand.words('main')[:80]}, {before} became {hand.typed()}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.2.1", "2.2.3", "2.2.5", "2.2.6"),
    way=way,
    faults=(
        Fault(
            "the page goes away after an hour",
            "addEventListener('load', () => setTimeout(() => location.assign('/ja/'), 3600 * 1000))",
        ),
        Fault(
            "the boxes are emptied after ten minutes",
            "addEventListener('load', () => setInterval(() => document.forms.answer?.reset(), 600 * 1000))",
        ),
    ),
)
