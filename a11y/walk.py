"""Walks through every page in every state and stops at each, so that it can be judged.

`walks` names the walks there are; `walked` takes one and yields a State whenever the page stands in it. The walker
goes on from wherever the page was left, so whoever judges leaves it as found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Page

from a11y.alone import alone
from a11y.check import State, Variant
from a11y.desk import desk
from a11y.journey import journey
from a11y.memory import way
from a11y.pages import PAGES
from a11y.problem import problem

WAYS = {"alone": alone, "problems": problem, "desk": desk, "journeys": journey}


class Walk(NamedTuple):
    """One walk of pages.yaml: `family` is what shares pages with it, e.g. the service."""

    kind: str
    name: str
    family: str


def walks() -> tuple[Walk, ...]:
    """Every walk of pages.yaml; walks of one family stand together."""
    found = [Walk(kind, name, kind) for kind in ("alone", "problems", "desk") for name in PAGES[kind]]
    return (*found, *(Walk("journeys", name, told["service"]) for name, told in PAGES["journeys"].items()))


def walked(
    page: Page, walk: Walk, variant: Variant, before: set[State] | None = None, *, once: bool = False
) -> Iterator[State]:
    """Every state of a walk. The page was opened in the variant; it is shown as on paper only while it is judged.

    States in `before` are passed by; those met are added to it. `once`: a question is in error once only.
    """
    before = set() if before is None else before
    met = {state.page for state in before}
    told = PAGES[walk.kind][walk.name] | {"met": met, "once": once}
    with way(page) as moved_on:
        for name, named in WAYS[walk.kind](page, walk.name, told, variant.language):
            state = State(name, named, variant)
            if state in before:
                continue
            before.add(state)
            moved_on()
            if variant.look == "print":
                page.emulate_media(media="print")
            yield state
            if variant.look == "print":
                page.emulate_media(media="screen")
