"""A telephone held sideways, and turned in the middle of a question, gets to the receipt and loses no word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import ViewportSize

from a11y.check import Check, Fault, Opened
from a11y.hand import FRAME, Pointer
from a11y.passage import passage, told

SIDEWAYS: ViewportSize = {"width": 740, "height": 360}
UPRIGHT: ViewportSize = {"width": 360, "height": 740}
LOCKED = """() => ["html", "body", "main", "main form"].flatMap((name) => {
  const it = document.querySelector(name), style = it && getComputedStyle(it);
  if (!style || !it.checkVisibility()) return it ? [`${name} is hidden`] : [];
  const turned = style.rotate !== "none" || style.transform !== "none" || style.writingMode !== "horizontal-tb";
  return turned ? [`${name} is turned: ${style.rotate} ${style.transform} ${style.writingMode}`] : [];
})"""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where turning costs words, or a page insists on one direction."""
    hand = Pointer(opened(viewport=SIDEWAYS))
    for stop in passage(hand, journey):
        yield from (f"{stop}: {it}" for it in hand.page.evaluate(LOCKED))
        if stop.filled:
            before = hand.typed()
            for size in (UPRIGHT, SIDEWAYS):
                hand.page.set_viewport_size(size)
                hand.page.evaluate(FRAME)
                if hand.typed() != before:
                    yield f"{stop}: turned, {before} became {hand.typed()}"
                yield from (f"{stop}, turned: {it}" for it in hand.page.evaluate(LOCKED))


CHECK = Check(
    protects=__doc__ or "",
    criteria=("1.3.4",),
    way=way,
    faults=(
        Fault("turning empties the boxes", "addEventListener('resize', () => document.forms.answer?.reset())"),
        Fault(
            "sideways, the page turns itself back",
            "addEventListener('DOMContentLoaded', () => { const s = new CSSStyleSheet();"
            " s.replaceSync('@media (orientation: landscape) { body { rotate: -90deg } }');"
            " document.adoptedStyleSheets = [s]; })",
        ),
    ),
)
