"""A shaking hand that presses twice gets one page further, not two, and gives no answer it does not know of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from a11y.check import Check, Fault, Opened
from a11y.hand import FRAME, Pointer
from a11y.passage import RECEIPT, SEAL, passage, told
from tests.browser.resident import rested

HIT = "main :is(.choices label:first-child, .go, summary, .press)"
PLACE = """it => {
  it.scrollIntoView({ block: "center", behavior: "instant" });
  const box = it.getBoundingClientRect();
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}"""


class Shaking(Pointer):
    """Presses twice: the act before its receipt is there, all else so late that the next page gets the second press."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.found: list[str] = []

    def follow(self, there: str) -> None:
        self.mark()
        if there == SEAL:
            rested(self.page)
            self.page.locator(there).dblclick()
            self.arrived()
            return
        self.press(there)
        self.arrived()
        for hit in self.page.locator(HIT).all():
            self._second(hit)

    def _second(self, hit: Locator) -> None:
        """The second press, wherever the finger happens to be."""
        x, y = hit.evaluate(PLACE)
        self.page.evaluate(FRAME)
        self.mark()
        before = self._standing()
        self.page.mouse.move(x, y)
        self.page.mouse.down(click_count=2)
        self.page.mouse.up(click_count=2)
        self.page.evaluate(FRAME)
        if self._standing() != before or not self.page.locator("main[data-seen]").count():
            self.found.append(f"{before[0]}: the second press of two became {self._standing()}")

    def _standing(self) -> tuple[str, dict[str, str], str]:
        opened = self.page.evaluate("[...document.querySelectorAll('details[open]')].map((it) => it.innerText).join()")
        return self.here(), self.typed(), opened


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where the second press does what nobody wanted."""
    hand = Shaking(opened())
    for _ in passage(hand, journey):
        yield from hand.found
        hand.found.clear()
    number = hand.words(RECEIPT)
    hand.page.go_back()
    hand.page.locator(RECEIPT).wait_for()
    if hand.words(RECEIPT) != number:
        yield f"pressed twice, {number} became {hand.words(RECEIPT)}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.5.2", "3.3.4", "3.3.6"),
    way=way,
    faults=(
        Fault(
            "the second press falls through to the next page",
            "addEventListener('click', (e) => { if (e.detail > 1) { const it = document.elementFromPoint(e.clientX,"
            " e.clientY); (it?.closest('label')?.control ?? it?.closest('button, a, summary'))?.click(); } }, true)",
        ),
    ),
)
