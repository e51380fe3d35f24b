"""On a slow line and a slow telephone all is done to the end; who waits is told so, and pressing again does no harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Error, Page, Route

from a11y.check import Check, Fault, Opened
from a11y.hand import FRAME, Pointer
from a11y.passage import passage, told
from tests.browser.resident import rested

LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Milliseconds, bytes a second: a phone at the edge of the village, 400 kbit/s."""
TIMES_SLOWER = 4
SAID = "body > :is([role=status], [aria-live=polite]):not(:empty)"


class Waiting(Pointer):
    """Presses while the answer is held back, and presses again: at the first two pages and the act."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.found: list[str] = []
        self.pressed = 0

    def follow(self, there: str) -> None:
        self.pressed += 1
        if self.at_hand(there) or (self.pressed > 2 and not self.here().endswith("/consent")):
            super().follow(there)
            return
        rested(self.page)
        held: list[Route] = []
        ours = lambda route: held.append(route) if "x-swap" in route.request.headers else route.continue_()  # noqa: E731
        self.page.route("**/*", ours)
        self.mark()
        before = self.typed()
        self.press(there)
        self._waited(before)
        self.page.locator(there).first.click(force=True)
        self.page.evaluate(FRAME)
        if len(held) != 1:
            self.found.append(f"{self.here()}: pressed twice while waiting, sent {len(held)} times")
        for route in held:
            route.continue_()
        self.page.unroute("**/*", ours)
        self.arrived()
        if self.page.locator(SAID).count():
            self.found.append(f"{self.here()}: still said, though nothing is awaited: {self.words(SAID)}")

    def _waited(self, before: dict[str, str]) -> None:
        try:
            self.page.locator(SAID).first.wait_for()
        except Error:
            self.found.append(f"{self.here()}: whoever waits is told nothing in a live region")
        if self.typed() != before:
            self.found.append(f"{self.here()}: while waiting {before} became {self.typed()}")


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Where slowness costs an answer, or leaves one in the dark."""
    hand = Waiting(opened())
    line = hand.page.context.new_cdp_session(hand.page)
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
    for _ in passage(hand, journey):
        yield from hand.found
        hand.found.clear()


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.2.1", "3.3.4", "4.1.3"),
    way=way,
    faults=(
        Fault(
            "the waiting words are no live region",
            "addEventListener('DOMContentLoaded', () => document.querySelector('.live').removeAttribute('role'))",
        ),
        Fault(
            "every press is sent",
            "addEventListener('click', (e) => { const form = e.target.form; if (form) fetch(form.action,"
            " { method: 'POST', headers: { 'X-Swap': '1' }, body: new URLSearchParams(new FormData(form)) }); })",
        ),
    ),
)
