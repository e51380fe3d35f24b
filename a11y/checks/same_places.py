"""Head, help and foot offer the same things by the same names in the same order on every page of a town."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

from a11y.check import Check, Fault, Opened
from a11y.hand import Pointer
from a11y.pages import TOWN
from a11y.passage import passage, told

BESIDE = ("", "resume", "status", "preferences", "accessibility", "no-such-service/")
OFFERED = """() => [...document.querySelectorAll("header :is(a, summary, button), .help a, footer a")]
  .map((it) => [it.textContent.trim().replace(/\\s+/g, " "), it.getAttribute("href") ?? it.value ?? it.localName])
  .map(([name, leads]) => `${name} (${leads})`)"""


@told
def way(opened: Opened, journey: Mapping[str, Any]) -> Iterator[str]:
    """Pages that offer other things, or in another order, than the first page of the town."""
    hand = Pointer(opened())
    hand.open(f"/ja/{TOWN}/")
    first = offered(hand.page)
    for path in BESIDE:
        hand.open(f"/ja/{TOWN}/{path}")
        yield from _different(f"/{path}", first, offered(hand.page))
    for stop in passage(hand, journey):
        if not stop.filled:
            hand.page.reload()  # our script keeps head and foot; the server must send the same
            yield from _different(stop.step, first, offered(hand.page))


def offered(page: Page) -> list[str]:
    """What stands around the page, in its order."""
    return list(page.evaluate(OFFERED))


def _different(where: str, first: list[str], now: list[str]) -> Iterator[str]:
    if now == first:
        return
    lost, new = [one for one in first if one not in now], [one for one in now if one not in first]
    yield f"{where}: " + (f"misses {lost}, has {new}" if lost or new else f"has another order: {now}")


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.2.3", "3.2.4"),
    way=way,
    faults=(
        Fault(
            "another order on one page",
            "addEventListener('DOMContentLoaded', () => { if (location.pathname.endsWith('/status'))"
            " document.querySelector('footer nav').prepend(document.querySelector('footer nav').lastElementChild); })",
        ),
        Fault(
            "another name on one page",
            "addEventListener('DOMContentLoaded', () => { if (location.pathname.endsWith('/review'))"
            " document.querySelector('footer a').textContent = 'トップ'; })",
        ),
        Fault(
            "no way to the status while applying",
            "addEventListener('DOMContentLoaded', () => { if (document.forms.answer)"
            " document.querySelector('footer a[href$=status]').remove(); })",
        ),
    ),
)
