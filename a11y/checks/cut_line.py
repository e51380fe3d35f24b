"""When the line is cut, the words stay, a live region says what to do, and pressing again goes on, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Error, Page, Route

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.passage import Stuck, passage, told
from tests.browser.resident import rested

SAID = "main [role=alert]"
IN_VIEW = "it => { const box = it.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; }"


class Unlucky(Pointer):
    """At every page the line is cut once: first before the press arrives, in the end on the way back."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.found: list[str] = []

    def follow(self, there: str) -> None:
        if self.at_hand(there):
            super().follow(there)
            return
        rested(self.page)
        sealing = self.here().endswith("/consent")
        before = self.typed()
        self._cut(there, answered=sealing)
        if self.typed() != before:
            self.found.append(f"{self.here()}: the line was cut and {before} became {self.typed()}")
        super().follow(there)

    def _cut(self, there: str, *, answered: bool) -> None:
        at = self.here()
        self.page.route("**/*", _after_it_was_taken if answered else lambda route: route.abort("internetdisconnected"))
        self.press(there)
        said = self.page.locator(SAID).first
        try:
            said.wait_for()
            if not said.inner_text().strip() or not said.evaluate(IN_VIEW):
                self.found.append(f"{at}: what is said when the line is cut cannot be seen")
        except Error:
            self.found.append(f"{at}: the line is cut, and nothing says so")
        self.page.unroute("**/*")
        if self.here() != at:
            raise Stuck(f"{at}: the line is cut, and the page became {self.page.url}")


def _after_it_was_taken(route: Route) -> None:
    """The town has it, but its answer is lost."""
    route.fetch()
    route.abort("connectionreset")


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where a cut line loses words or leaves one alone."""
    hand = Unlucky(opened())
    for _ in passage(hand, journey):
        yield from hand.found
        hand.found.clear()


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.3.1", "3.3.3", "4.1.3"),
    way=way,
    faults=(
        Fault(
            "nothing is said",
            "new MutationObserver(() => document.querySelector('.cut')?.remove())"
            ".observe(document, { subtree: true, childList: true })",
        ),
        Fault(
            "a cut line empties the boxes",
            "const real = fetch; window.fetch = (...told) => real(...told)"
            ".catch((error) => { document.forms.answer?.reset(); throw error; })",
        ),
        Fault("a cut line leads away", "addEventListener('submit', (e) => { delete e.target.dataset.swap; }, true)"),
    ),
)
