"""Every service once from start to receipt in WebKit, at a telephone's width, judged at each page; and the faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from selenium.common.exceptions import WebDriverException

from a11y import audit
from a11y.audit import Caught, Finding, Seen
from a11y.check import Fault, State, Variant, checks
from a11y.pages import PAGES
from a11y.passage import Stuck, passage
from a11y.webkit.browser import PATIENCE, Missing, webkit
from a11y.webkit.hand import WebKitHand
from a11y.webkit.page import WebKitPage
from portal.preferences import COOKIE
from tests.browser.resident import photo

WIDTH, HEIGHT = 360, 740
LOOKS = (
    *("axe", "reflow", "targets", "letter_size", "lines", "markup"),
    *("pictures", "languages", "autofill", "paste_allowed", "zoom"),
)
"""Checks that need nothing but the page itself."""
FOCUSED = """() => {
  const main = document.querySelector("main"), at = document.activeElement;
  const wanted = main.querySelector("[data-focus]") ?? main.querySelector("h1");
  return at === wanted ? "" : at?.outerHTML.slice(0, 90) ?? "nothing";
}"""
PARTED = (Path(__file__).parent / "parted.js").read_text(encoding="utf-8")
STATUS = "/ja/kasumigahama/status"
"""The good page that faults of looks are put into."""
FAULTS = {
    "lines": Fault("a line ends within a word", """document.querySelector("[href*='/phrases.']").remove()"""),
    "touch_only": Fault("a press does nothing", "addEventListener('submit', (e) => { e.preventDefault(); }, true)"),
    "headings": Fault(
        "the focus stays behind", "document.addEventListener('swapped', () => document.activeElement.blur())"
    ),
}
"""Faults of a whole way, by the check they are told under."""
SOON = {"touch_only": 2}
"""Seconds that are enough where no page ever comes; where the next one is to come, no machine is too slow."""


class Way(NamedTuple):
    """A journey of pages.yaml in a variant; without script only the passage itself is tried."""

    journey: str
    variant: Variant = Variant()
    script: bool = True


WAYS = (
    Way("benefit-for-another"),
    Way("care-alone"),
    Way("residence-certificate-for-another"),
    Way("benefit-alone", Variant(text=300, look="dark")),
    Way("benefit-for-another", script=False),
    Way("residence-certificate", script=False),
)
SHORT = Way(PAGES["shortest"])


def version() -> str:
    """The engine and its version, "WebKitGTK 2.50.6"; without a version where it is missing."""
    try:
        with webkit(WIDTH, HEIGHT) as browser:
            return f"WebKitGTK {browser.capabilities['browserVersion']}"
    except Missing:
        return "WebKitGTK"


def run(address: str) -> Seen:
    """What is found in WebKit on a portal at this address, and which faults are. That it is not there is a finding."""
    seen = Seen()
    try:
        for way in WAYS:
            seen.findings += gone(way, address)
        seen.faults += [*caught(address), *caught_on_the_way(address)]
    except (Missing, WebDriverException) as stopped:
        seen.findings.append(Finding("walk", "webkit", "in WebKit", "", f"came to a stop: {audit.why(stopped)}"))
    return seen


def gone(way: Way, address: str, fault: Fault | None = None, patience: int = PATIENCE) -> Iterator[Finding]:
    """One way in a browser of its own, with a fault put in; `patience`: seconds to wait for a page. Raises Missing."""
    told = PAGES["journeys"][way.journey]
    with TemporaryDirectory() as folder, webkit(WIDTH, HEIGHT, script=way.script) as browser:
        picture = Path(folder) / "IMG_0001.jpg"
        picture.write_bytes(photo())
        hand, page = WebKitHand(browser, address, picture, patience), WebKitPage(browser, WIDTH, HEIGHT)
        hand.open("/")
        browser.add_cookie({"name": COOKIE, "value": f"{way.variant.text}.{way.variant.look}.", "path": "/"})
        try:
            for stop in passage(hand, told):
                if fault and stop.step == "start":
                    page.run(fault.script)
                if way.script and not stop.filled:
                    yield from judged(page, State(f"{told['service']}/{stop.step}", "in WebKit", way.variant))
        except Stuck as stuck:
            yield Finding("touch_only", way.journey, "in WebKit", str(way.variant), str(stuck))


def judged(page: WebKitPage, state: State) -> Iterator[Finding]:
    """What the looks find where the passage stands, whether the focus came along, and where lines end."""
    place = (state.page, state.name, str(state.variant))
    if not state.page.endswith("/start") and (at := page.evaluate(FOCUSED)):
        yield Finding("headings", *place, f"a new page stands there, but the focus is on {at}")
    if state.variant.text == 100:  # of larger letters a line has too few for whole phrases
        yield from (Finding("lines", *place, f"a line ends within a word: {it}") for it in page.evaluate(PARTED))
    for name in LOOKS:
        yield from (Finding(name, *place, it) for it in looked(name, page, state))


def looked(name: str, page: WebKitPage, state: State) -> list[str]:
    """What one look finds."""
    look = checks()[name].look
    return [*audit.looked(look, page, state)] if look else []  # type: ignore[arg-type]


def caught(address: str) -> Iterator[Caught]:
    """The looks' own faults, put into a good page here too: what finds nothing might be blind in this engine."""
    state = State("status", "in WebKit")
    with webkit(WIDTH, HEIGHT) as browser:
        page = WebKitPage(browser, WIDTH, HEIGHT)
        for name in LOOKS:
            for fault in checks()[name].faults:
                if (fault.page, fault.state, fault.variant) == ("status", "as it opens", Variant()):
                    browser.get(address + STATUS)
                    page.run(fault.script)
                    found = [it for it in looked(name, page, state) if "came to a stop" not in it]
                    yield Caught(name, f"{fault.name}, in WebKit", bool(found))


def caught_on_the_way(address: str) -> Iterator[Caught]:
    """Whether a passage that cannot go on, and a focus that does not come along, are found."""
    for name, fault in FAULTS.items():
        found = any(finding.check == name for finding in gone(SHORT, address, fault, SOON.get(name, PATIENCE)))
        yield Caught(name, f"{fault.name}, in WebKit", found)
