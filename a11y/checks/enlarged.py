"""At 400 % zoom and with letters two and three times as large, everything is still done to the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened, Variant
from a11y.hand import Finger, Pointer
from a11y.passage import finished, told

DESK: Mapping[str, Any] = {
    "viewport": {"width": 320, "height": 256},
    "device_scale_factor": 4,
    "is_mobile": False,
    "has_touch": False,
}
"""A desktop window of 1280 × 1024 pixels at 400 %."""
LETTERS = (200, 300)


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where something is too large to go on."""
    finished(Pointer(opened(**DESK)), journey)
    for text in LETTERS:
        finished(Finger(opened(variant=Variant(text=text))), journey)
    yield from ()


STUCK_BAR = """addEventListener("DOMContentLoaded", () => {
  const style = new CSSStyleSheet();
  style.replaceSync("header { position: fixed; inset: 0 0 auto 0; height: 9rem; z-index: 1 } .go { scroll-margin: 0 }" +
    "main .go { position: fixed; top: 1rem }");
  document.adoptedStyleSheets = [style];
});"""

CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.4.4", "1.4.10", "2.5.8"),
    way=way,
    faults=(Fault("a bar lies over the way on", STUCK_BAR),),
)
