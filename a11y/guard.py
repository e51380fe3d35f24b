"""The watchers are watched: a fault put into a good page on purpose must be found, by the very check that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from playwright.sync_api import Page

from a11y.check import Check, Fault, Look, Opened, State, Variant, checks
from a11y.pages import PAGES
from a11y.sources import sources
from a11y.walk import walked, walks

STANDS = """() => document.querySelector("main").innerHTML
  + [...document.querySelectorAll("details")].map((it) => it.open)
  + document.getElementById("player")?.dataset.state"""
"""What tells states apart: what a page says, which groups are open, and whether it is being read."""

PATIENCE = 3_000
"""Milliseconds to wait for what a fault may keep from ever coming."""


class Seeded(NamedTuple):
    """A fault of a check, by the check's name."""

    check: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.check}: {self.fault.name}"


def seeded(kind: str) -> list[Seeded]:
    """Every fault of every check of a kind (look, way, read); those on one state stand together."""
    found = [Seeded(name, fault) for name, check in checks().items() if getattr(check, kind) for fault in check.faults]
    return sorted(found, key=lambda one: (one.fault.page, one.fault.state, str(one.fault.variant), one.check))


class Good:
    """A page that stands in a state, good as new each time it is asked for."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._page: Page | None = None
        self._state: State | None = None
        self._addresses: dict[State, str] = {}
        self.clean: dict[tuple[Look, State], list[str]] = {}

    def standing(self, state: State) -> Page:
        """The page in that state. Raises LookupError when no walk comes to it."""
        if self._page and self._state == state and self._addresses[state]:
            self._page.goto("about:blank")
            self._page.goto(self._addresses[state])
            return self._page
        if self._page:
            self._page.context.close()
        self._page, self._state = self._walked(state), state
        if state not in self._addresses:
            self._addresses[state] = self._opens_alone(self._page)
            return self.standing(state)
        return self._page

    def _walked(self, state: State) -> Page:
        for walk in walks():
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


def looking(good: Good, check: Check, fault: Fault) -> tuple[list[str], list[str]]:
    """What the check finds on the good page, and once the fault is there."""
    state = State(fault.page, fault.state, fault.variant)
    assert check.look
    if (check.look, state) not in good.clean:
        good.clean[check.look, state] = [*check.look(good.standing(state), state)]
    page = good.standing(state)
    page.evaluate(fault.script)
    return good.clean[check.look, state], [*check.look(page, state)]


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
