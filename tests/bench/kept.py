"""The same slow phone where the service is kept on it: the next page stands at once, the answer is sent behind."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from statistics import fmean
from time import perf_counter

from playwright.sync_api import Page

from tests.bench.browser import IN_SIGHT, ONWARD, READING, RUNS, SLOW, SLOWER_CPU, later, phone, portal, tap
from tests.browser.resident import RECEIPT, SEAL, answer, asked_at, onward, seal
from tests.journeys.benefit import SERVICE, TYPED
from tests.serving import Server

READY = f'.live[data-ahead="{SERVICE}/"]'
"""The pages of the service are kept, and known to be today's."""
HAND = 1_500
"""Milliseconds from the last letter typed, or the choice picked, to the press: a thumb that lets go of the keys, and
looks for the button. It is the resident's, like the typing, and not counted."""
SHIFTS = """
const swaps = [];
document.addEventListener("swapped", () => {
  const swap = { from: performance.now(), to: Infinity };
  swaps.push(swap);
  requestAnimationFrame(() => requestAnimationFrame(() => { swap.to = performance.now(); }));
});
const own = ({ startTime }) => !swaps.some(({ from, to }) => startTime >= from && startTime <= to);
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput && own(one)) globalThis.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });
globalThis.shifted = 0;
"""
"""Adds up what moves by itself (Layout Instability, W3C) while a page stands; another page in its place is no move."""


def kept_phone() -> dict[str, float]:
    """Seconds of waiting, and what moved: the mean of whole journeys of somebody who has read the first page."""
    with portal() as server:
        runs = [_waited(server) for _ in range(RUNS)]
    return {key: fmean(run[key] for run in runs) for key in runs[0]}


def _waited(server: Server) -> dict[str, float]:
    waits: dict[str, float] = {}
    page: Page

    def watch(name: str, act: Callable[[], object], awaited: str) -> None:
        began = perf_counter()
        act()
        page.wait_for_function(IN_SIGHT, arg=awaited)
        waits[name] = perf_counter() - began

    with phone(server) as page:
        context = page.context
        _slow(page)
        watch("start", lambda: page.goto(f"{SERVICE}/"), ONWARD)
        page.locator(READY).wait_for(state="attached")
        page.close()
        page = context.new_page()
        _slow(page)
        watch("start again", lambda: page.goto(f"{SERVICE}/"), ONWARD)
        later(page, 0, READING)
        page.locator(READY).wait_for(state="attached")
        steps = [(step, asked_at(f"{SERVICE}/{step}")) for step in TYPED]
        watch(steps[0][0], tap(onward(page)), steps[0][1])
        for (here, _), (there, awaited) in pairwise(steps):
            _answer(page, here)
            watch(there, tap(onward(page)), awaited)
        questions = [waits[step] for step in [*TYPED][1:]]
        _answer(page, steps[-1][0])
        watch("review", tap(onward(page)), f'main a.go[href="{SERVICE}/consent"]')
        later(page, page.evaluate("performance.now()"), READING)
        watch("consent", tap(onward(page)), SEAL)
        watch("pressed", tap(seal(page)), f'{SEAL}[value="seal"]')
        watch("done", tap(seal(page)), RECEIPT)
        shifted = page.evaluate("shifted")
    again = waits.pop("start again")
    return {
        "kept_start_page_again_s": again,
        "kept_first_usable_again_s": again + waits[steps[0][0]],
        "kept_next_page_s": fmean(questions),
        "kept_next_page_worst_s": max(questions),
        "kept_review_s": waits["review"],
        "kept_done_s": waits["done"],
        "kept_journey_s": sum(waits.values()),
        "kept_layout_shift": shifted,
    }


def _slow(page: Page) -> None:
    page.add_init_script(SHIFTS)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", dict(SLOW))
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})


def _answer(page: Page, step: str) -> None:
    answer(page, TYPED[step])
    later(page, page.evaluate("performance.now()"), HAND)
