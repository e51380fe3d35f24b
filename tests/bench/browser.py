"""What a resident's phone loads and how long it waits, in a real browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from playwright.sync_api import CDPSession, Locator, Page

from tests.browser.resident import ARMED, ONWARD, PHONE, RECEIPT, SEAL, answer, asked_at, chromium, onward, seal
from tests.journeys.benefit import SERVICE, TYPED
from tests.journeys.visitor import Reply, Visitor
from tests.serving import Server, serving

SLOW: Mapping[str, Any] = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 ms there and back, 400 kbit/s both ways."""
SLOWER_CPU = 4
RUNS = 3
IN_SIGHT = "where => { const it = document.querySelector(where); return it !== null && it.offsetParent !== null; }"

READING = 1_000
"""Milliseconds somebody reads all their answers before confirming them: nobody does it in less, and the next page is
fetched meanwhile."""
LONG = 900
"""Milliseconds the mark is held down; it is the resident's act, like typing."""
Watch = Callable[[str, Callable[[], object], str], object]


def sizes() -> dict[str, float]:
    """Bytes over the line: the first page's HTML, then, heads included, the first visit and the whole journey."""
    with portal() as server:
        html = asyncio.run(_first_page(server.port)).wire
        with phone(server) as page:
            return {"first_page_html_bytes": len(html), **_loaded(page)}


def slow_phone() -> dict[str, float]:
    """Seconds of waiting on a slow phone in a weak network: the mean of whole journeys, each with an empty cache."""
    with portal() as server:
        runs = [_waited(server, held=True) for _ in range(RUNS)]
        twice = [_waited(server, held=False)["slow_journey_s"] for _ in range(RUNS)]
    found = {key: fmean(run[key] for run in runs) for key in runs[0]}
    return found | {"slow_journey_two_presses_s": fmean(twice)}


def _loaded(page: Page) -> dict[str, float]:
    """What comes over the line with an empty cache, then once more, with new cookies, with a warm one."""

    def at_once(_name: str, act: Callable[[], object], awaited: str) -> None:
        act()
        page.locator(awaited).wait_for()

    loaded = _Loaded(page.context.new_cdp_session(page))
    page.goto(f"{SERVICE}/", wait_until="networkidle")
    found: dict[str, float] = {"first_visit_bytes": loaded.bytes, "first_visit_requests": loaded.requests}
    _journey(page, at_once, held=True)
    found |= {"journey_cold_bytes": loaded.bytes, "journey_cold_requests": loaded.requests}
    page.context.clear_cookies()
    loaded.again()
    page.goto(f"{SERVICE}/", wait_until="networkidle")
    _journey(page, at_once, held=True)
    return found | {"journey_warm_bytes": loaded.bytes, "journey_warm_requests": loaded.requests}


def _waited(server: Server, *, held: bool) -> dict[str, float]:
    waits: dict[str, float] = {}

    def watch(name: str, act: Callable[[], object], awaited: str) -> None:
        began = perf_counter()
        act()
        page.wait_for_function(IN_SIGHT, arg=awaited)  # asks with every frame; a locator asks twice a second
        waits[name] = perf_counter() - began

    with phone(server) as page:
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", dict(SLOW))
        line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
        watch("start", lambda: page.goto(f"{SERVICE}/"), ONWARD)
        _journey(page, watch, held=held)
    first = next(iter(TYPED))
    return {
        "slow_start_page_s": waits["start"],
        "slow_first_usable_s": waits["start"] + waits[first],
        "slow_next_page_s": fmean(wait for name, wait in waits.items() if name not in {"start", first}),
        "slow_journey_s": sum(waits.values()),
    }


def _journey(page: Page, watch: Watch, *, held: bool) -> None:
    """From the service's first page to the receipt; only the waiting is watched, never the typing.

    The mark is held down, as the page says, or pressed twice, whose first is answered without the server.
    """
    steps = [(step, asked_at(f"{SERVICE}/{step}")) for step in TYPED]
    watch(steps[0][0], tap(onward(page)), steps[0][1])
    ways = [*steps, ("review", f'main a.go[href="{SERVICE}/consent"]')]
    for (here, _), (there, awaited) in pairwise(ways):
        answer(page, TYPED[here])
        watch(there, tap(onward(page)), awaited)
    later(page, page.evaluate("performance.now()"), READING)
    watch("consent", tap(onward(page)), SEAL)
    if held:
        seal(page).scroll_into_view_if_needed()
        box = seal(page).bounding_box() or {}
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        began = page.evaluate("performance.now()")
        page.mouse.down()
        later(page, began, LONG)
        watch("done", page.mouse.up, RECEIPT)
        return
    watch("pressed", tap(seal(page)), ARMED)
    watch("done", tap(seal(page)), RECEIPT)


def later(page: Page, began: float, milliseconds: int) -> None:
    """Come back when so much time has gone by on the page's own clock."""
    page.wait_for_function("([from, ms]) => performance.now() - from > ms", arg=[began, milliseconds])


def tap(button: Locator) -> Callable[[], object]:
    """A tap, and nothing else: waiting for the button to stand still is the robot's, not the resident's."""
    return lambda: button.first.evaluate("button => button.click()")


class _Loaded:
    """Counts what comes over the line, as the browser reports it."""

    def __init__(self, line: CDPSession) -> None:
        self.again()
        line.on("Network.loadingFinished", self._finished)
        line.send("Network.enable")

    def again(self) -> None:
        """Begin from nothing."""
        self.bytes = self.requests = 0

    def _finished(self, event: Mapping[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.requests += event["encodedDataLength"] > 0


async def _first_page(port: int) -> Reply:
    visitor = Visitor(port)
    reply = await visitor.get(f"{SERVICE}/")
    await visitor.leave()
    return reply


@contextmanager
def portal() -> Iterator[Server]:
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server:
        yield server


@contextmanager
def phone(server: Server) -> Iterator[Page]:
    with chromium() as browser:
        context = browser.new_context(base_url=f"http://127.0.0.1:{server.port}", locale="ja-JP", **PHONE)
        yield context.new_page()
