"""The whole audit: every check at every state in every variant of the round, the ways, the sources, the faults.

The work is cut into pieces that need nothing from each other, so what is found does not depend on how many workers
there are or who is quicker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

from a11y import guard, variants
from a11y.check import Check, Look, Opened, State, Variant, checks
from a11y.pages import PAGES, expected
from a11y.walk import Walk, walked, walks


class Finding(NamedTuple):
    """What a check found: at a state, or on a way or in the sources (`at` says which)."""

    check: str
    page: str
    state: str
    variant: str
    what: str


@dataclass(frozen=True)
class Wanted:
    """What is to be judged: names of checks (none: all), and patterns of pages."""

    checks: tuple[str, ...] = ()
    pages: tuple[str, ...] = ("*",)
    variants: tuple[Variant, ...] = ()

    @property
    def judged(self) -> tuple[str, ...]:
        """The names of the wanted checks."""
        return self.checks or tuple(checks())

    @property
    def everywhere(self) -> bool:
        """Whether no page and no variant is picked out."""
        return self.pages == ("*",) and not self.variants

    def judges(self, kind: str) -> dict[str, Check]:
        """The wanted checks of a kind: look, way or read."""
        return {name: checks()[name] for name in self.judged if getattr(checks()[name], kind)}

    def meets(self, page: str) -> bool:
        """Whether the page is to be judged."""
        return any(fnmatchcase(page, pattern) for pattern in self.pages)

    def enters(self, walk: Walk) -> bool:
        """Whether the walk may come to such a page."""
        return self.enters_below({"journeys": f"{walk.family}/", "problems": "problem/"}.get(walk.kind, walk.name))

    def enters_below(self, inside: str) -> bool:
        """Whether a page whose name begins so may be judged."""
        heads = [re.split(r"[*?\[]", pattern)[0] for pattern in self.pages]
        return any(head.startswith(inside) or inside.startswith(head) for head in heads)


class Caught(NamedTuple):
    """A fault put in on purpose, and whether its check found it."""

    check: str
    fault: str
    caught: bool


@dataclass
class Seen:
    """What one piece of work has seen."""

    states: list[State] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    faults: list[Caught] = field(default_factory=list)


class Piece(NamedTuple):
    """A piece of work: look at a family (`name`) in a variant, go a journey (`name`) for a check, put in its faults."""

    kind: str
    name: str
    variant: Variant = Variant()
    check: str = ""

    def __str__(self) -> str:
        return " ".join((self.kind, self.check, self.name, str(self.variant) if self.kind == "look" else "")).strip()


def pieces(wanted: Wanted) -> list[Piece]:
    """All the work, the same in every run; the longest first. A whole way is gone when no variant is picked out and it
    comes to a wanted page; faults are put in when no page is picked out either."""
    families = list(dict.fromkeys(walk.family for walk in walks()))
    entered = {walk.family for walk in walks() if wanted.enters(walk)}
    looks = [
        Piece("look", family, variant)
        for n, family in enumerate(families)
        if family in entered
        for variant in wanted.variants or (*variants.covering(n), *variants.beside(family))
    ]
    gone_ways = [] if wanted.variants else [name for name in gone() if wanted.enters(_walk(name))]
    ways = [Piece("way", name, check=check) for check in wanted.judges("way") for name in gone_ways]
    faults = [Piece("faults", "", check=name) for name in wanted.judged] if wanted.everywhere else []
    return (looks[::-1] if wanted.judges("look") else []) + ways + faults


def _walk(name: str) -> Walk:
    return next(walk for walk in walks() if walk.name == name)


def gone() -> list[str]:
    """The journeys that are gone for every check of a whole way."""
    return [name for name, told in PAGES["journeys"].items() if not told.get("looks_only")]


def look(page_of: Opened, family: str, variant: Variant, wanted: Wanted) -> Seen:
    """Every state of a family in one variant, each state once."""
    seen, met = Seen(), set[State]()
    judges = wanted.judges("look")
    for walk in (walk for walk in walks() if walk.family == family and wanted.enters(walk)):
        page = page_of(variant)
        for state in walked(page, walk, variant, met):
            if wanted.meets(state.page):
                seen.states.append(state)
                seen.findings += judge(page, state, judges)
        page.context.close()
    seen.findings += [Finding("walk", *one, str(variant), "the walk never comes here") for one in _missed(family, met)]
    return seen


def _missed(family: str, met: set[State]) -> Iterator[tuple[str, str]]:
    """Pages and states of a service that its ways must come through and did not."""
    if family in {told["service"] for told in PAGES["journeys"].values()}:
        there = {(state.page, state.name) for state in met}
        yield from (one for one in expected(family) if one not in there)


def judge(page: Page, state: State, judges: Mapping[str, Check]) -> Iterator[Finding]:
    """What the checks find at a state."""
    for name, check in judges.items():
        if check.look and check.at(state):
            if state.variant.look == "print":
                page.emulate_media(media="print")  # Chromium forgets paper when a check lets go of its own session
            found = looked(check.look, page, state)
            yield from (Finding(name, state.page, state.name, str(state.variant), it) for it in found)


def looked(look: Look, page: Page, state: State) -> Iterator[str]:
    """What a check finds; one that comes to a stop is a finding too, and the others go on."""
    try:
        yield from look(page, state)
    except Exception as stopped:
        yield f"the check came to a stop: {why(stopped)}"


def why(stopped: Exception) -> str:
    """In one line why something came to a stop."""
    return " ".join([type(stopped).__name__, *str(stopped).splitlines()[:1]])


def way(page_of: Opened, name: str, journey: str) -> Seen:
    """What one check finds on one whole way."""
    check = checks()[name]
    found = check.way(page_of, PAGES["journeys"][journey]) if check.way else ()
    return Seen(findings=[Finding(name, journey, "on the way", "", it) for it in found])


def faults(page_of: Opened, name: str) -> Seen:
    """Which of a check's faults it finds, and what it finds on the good pages before."""
    check, seen = checks()[name], Seen()
    good = guard.Good(page_of)
    for fault in check.faults:
        if check.look:
            one = guard.Seeded(name, fault)
            state = one.state
            before, found = guard.looking(good, one)
            seen.findings += [Finding(name, state.page, state.name, str(state.variant), it) for it in before]
        else:
            found = next(
                iter(guard.on_the_way(page_of, check, fault) if check.way else guard.reading(check, fault)), None
            )
        seen.faults.append(Caught(name, fault.name, bool(found)))
    return seen


def done(browser: Browser, address: str, piece: Piece, wanted: Wanted) -> Seen:
    """One piece of work."""

    def opened(variant: Variant = Variant(), **wishes: Any) -> Page:
        return variants.shown(browser, address, variant, **wishes)

    try:
        if piece.kind == "faults":
            return faults(opened, piece.check)
        if piece.kind == "way":
            return way(opened, piece.check, piece.name)
        return look(opened, piece.name, piece.variant, wanted)
    except Exception as stopped:
        what = f"came to a stop: {why(stopped)}"
        return Seen(findings=[Finding(piece.check or "walk", piece.name, piece.kind, str(piece.variant), what)])


def read(wanted: Wanted, sources: Callable[[], Mapping[str, str]]) -> Iterable[Finding]:
    """What the checks find in the sources."""
    judges = wanted.judges("read")
    texts = sources() if judges else {}
    for name, check in judges.items():
        if check.read:
            yield from (Finding(name, "", "in the sources", "", it) for it in check.read(texts))
