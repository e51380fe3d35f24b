"""The watchers are watched: a fault put into a good page on purpose must be found, by the very check that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from playwright.sync_api import Page

from a11y import variants
from a11y.check import Check, Fault, Look, Opened, State, Variant, checks
from a11y.pages import PAGES
from a11y.sources import sources
from a11y.walk import walked, walks

STANDS = """() => document.querySelector("main").innerHTML
  + [...document.querySelectorAll("details")].map((it) => it.open)
  + document.getElementById("player")?.dataset.state"""
"""What tells states apart: what a page says, which groups are open, and whether it is being read."""

STANDING = """() => ({
  html: document.documentElement.outerHTML,
  typed: [...document.querySelectorAll("input, textarea")].map((it) => [it.value, it.checked]),
  focus: document.activeElement.id,
  window: [innerWidth, innerHeight, scrollX, scrollY, devicePixelRatio],
  sheets: document.adoptedStyleSheets.length,
  media: ["print", "(forced-colors: active)", "(prefers-reduced-motion: reduce)", "(prefers-color-scheme: dark)"]
    .map((it) => matchMedia(it).matches),
})"""
"""What a check leaves as it was, and what a page has to be when a fault was taken out of it."""

LASTING = re.compile(
    r"Listener|\.on\w+ *=|window|fetch|prototype|define|Shadow|animate|set(Timeout|Interval)|show\w+\("
    r"|CSS\.|history|location"
)
"""What in a fault's script reaches further than the document."""
REMEMBER = """() => {
  const changes = [], sheets = [...document.adoptedStyleSheets];
  const watch = new MutationObserver((some) => changes.push(...some));
  watch.observe(document, { subtree: true, childList: true, attributes: true, attributeOldValue: true,
    characterData: true, characterDataOldValue: true });
  window.yorisoiFault = { changes, sheets, watch };
}"""
REMEMBERED = """() => {
  const { changes, watch } = window.yorisoiFault;
  changes.push(...watch.takeRecords());
  watch.disconnect();
}"""
TAKE_OUT = """() => {
  const { changes, sheets } = window.yorisoiFault;
  delete window.yorisoiFault;
  for (const it of changes.reverse()) {
    if (it.type === "characterData") it.target.data = it.oldValue;
    else if (it.type === "childList") {
      it.addedNodes.forEach((node) => node.remove());
      it.removedNodes.forEach((node) => it.target.insertBefore(node, it.nextSibling));
    } else if (it.oldValue === null) it.target.removeAttribute(it.attributeName);
    else it.target.setAttribute(it.attributeName, it.oldValue);
  }
  document.adoptedStyleSheets = sheets;
}"""
"""Each change to the document undone, the last one first: what stands there are the same elements as before."""

PATIENCE = 3_000
"""Milliseconds to wait for what a fault may keep from ever coming."""


class Seeded(NamedTuple):
    """A fault of a check, by the check's name."""

    check: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.check}: {self.fault.name}"

    @property
    def state(self) -> State:
        """Where the fault is put."""
        return State(self.fault.page, self.fault.state, self.fault.variant)


def seeded(kind: str) -> list[Seeded]:
    """Every fault of every check of a kind (look, way, read)."""
    return [Seeded(name, fault) for name, check in checks().items() if getattr(check, kind) for fault in check.faults]


class Good:
    """A page that stands in a state, good as new each time it is asked for.

    What a fault did to the document is undone; where that does not give the very same page back, or a fault reaches
    further, the page is fetched anew.
    """

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._page: Page | None = None
        self._state: State | None = None
        self._stood: object = None
        self._addresses: dict[State, str] = {}
        self.clean: dict[tuple[Look, State], list[str]] = {}

    def standing(self, state: State) -> Page:
        """The page in that state. Raises LookupError when no walk comes to it."""
        if self._page and self._state == state and self._page.evaluate(STANDING) == self._stood:
            return self._page
        page = self._page = self._anew(state)
        self._state, self._stood = state, page.evaluate(STANDING)
        return page

    @contextmanager
    def faulty(self, state: State, fault: Fault) -> Iterator[Page]:
        """The page in that state with a fault in it. Raises LookupError."""
        page = self.standing(state)
        stood, self._stood = self._stood, None  # what comes to a stop before the fault is out spoils the page
        with _soon_given_up(page):
            if LASTING.search(fault.script):
                page.evaluate(fault.script)
                yield page
                return
            page.evaluate(REMEMBER)
            page.evaluate(f"{{ {fault.script}\n}}")
            page.evaluate(REMEMBERED)
            yield page
            page.evaluate(TAKE_OUT)
        self._stood = stood

    def _anew(self, state: State) -> Page:
        """The page fetched, by its address alone where that leads to the state."""
        if self._page and self._state == state and self._addresses[state]:
            self._page.goto("about:blank")
            self._page.goto(self._addresses[state])
            return self._page
        if self._page:
            self._page.context.close()
        self._page, self._state = self._walked(state), state
        if state not in self._addresses:
            self._addresses[state] = self._opens_alone(self._page)
            return self._anew(state)
        return self._page

    def _walked(self, state: State) -> Page:
        for walk in sorted(walks(), key=lambda walk: walk.name != state.page):
            if state.page.partition("/")[0] not in (walk.name, walk.family, walk.kind.removesuffix("s")):
                continue
            page = self._opened(state.variant)
            if state in walked(page, walk, state.variant):  # the walk stops there
                return page
            page.context.close()
        raise LookupError(f"no walk comes to {state}")

    @staticmethod
    def _opens_alone(page: Page) -> str:
        """The address if it alone leads to the state, else nothing."""
        before = page.evaluate(STANDS)
        page.goto(page.url)
        return page.url if page.evaluate(STANDS) == before else ""


@contextmanager
def _soon_given_up(page: Page) -> Iterator[None]:
    """What a fault keeps from coming is not waited for as long as what comes on a good page."""
    page.set_default_timeout(PATIENCE)
    try:
        yield
    finally:
        page.set_default_timeout(variants.PATIENCE)


def looking(good: Good, one: Seeded) -> tuple[list[str], list[str]]:
    """What the check finds on the good page, and once the fault is there."""
    look, state = checks()[one.check].look, one.state
    assert look
    if (look, state) not in good.clean:
        good.clean[look, state] = [*look(good.standing(state), state)]
    with good.faulty(state, one.fault) as page:
        return good.clean[look, state], [*look(page, state)]


def on_the_way(opened: Opened, check: Check, fault: Fault | None) -> Iterator[str]:
    """What the check finds on the shortest way, with the fault on every page."""

    def faulty(variant: Variant = Variant(), **wishes: Any) -> Page:
        page = opened(variant, **wishes)
        if fault:
            page.context.set_default_timeout(PATIENCE)
            page.context.add_init_script(fault.script)  # also on pages opened beside it
        return page

    assert check.way
    yield from check.way(faulty, journey())


def reading(check: Check, fault: Fault | None) -> list[str]:
    """What the check finds in the sources with the fault in them."""
    assert check.read
    return [*check.read({**sources(), **(fault.sources if fault else {})})]


def journey() -> Mapping[str, Any]:
    """The shortest way through a service."""
    told: Mapping[str, Any] = PAGES["journeys"][PAGES["shortest"]]
    return told
