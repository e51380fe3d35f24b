"""A thick finger that hits everything just inside its edge gets from the first page to the receipt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from a11y.check import Check, Fault, Opened
from a11y.hand import Finger
from a11y.passage import finished, told


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where tapping alone does not lead on."""
    finished(Finger(opened(has_touch=True)), journey)
    yield from ()


NARROWER = """addEventListener("click", (event) => {
  const box = document.querySelector("main .go")?.getBoundingClientRect();
  if (box && event.isTrusted && event.target.matches(".go") && event.clientX - box.left < 12) event.preventDefault();
}, true);"""

CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.1.1", "2.5.1", "2.5.2", "2.5.5", "2.5.8"),
    way=way,
    faults=(
        Fault("the edge of a button does nothing", NARROWER),
        Fault(
            "a choice answers only to a mouse that hovers",
            "addEventListener('click', (e) => { if (e.pointerType === 'touch') e.preventDefault(); }, true)",
        ),
    ),
)
