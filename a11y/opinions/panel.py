"""The panel of engines at work: which states they judge, cut into pieces that need nothing from each other."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

from a11y import audit, variants
from a11y.check import Check, Opened, State, Variant
from a11y.opinions import opinion, opinions, transcripts
from a11y.walk import Walk, walked, walks

SHOWN = Variant()
"""Every state is judged as it comes;"""
ENLARGED = ("kyufukin", Variant("en", 200, "dark"))
"""one service in another language, size and colour too."""
FAULTS_AT = "/ja/kasumigahama/status"
FAULTS_STATE = State("status", "as it opens")


class Finding(NamedTuple):
    """What an engine says that nobody has answered."""

    engine: str
    page: str
    state: str
    variant: str
    what: str


@dataclass(frozen=True)
class Wanted:
    """Names of engines, patterns of pages."""

    engines: tuple[str, ...]
    pages: tuple[str, ...] = ("*",)
    write: bool = False

    def meets(self, page: str) -> bool:
        """Whether the page is to be judged."""
        return audit.Wanted(pages=self.pages).meets(page)

    def walks(self, family: str) -> list[Walk]:
        """The walks of a family that come to such a page."""
        return [walk for walk in walks() if walk.family == family and audit.Wanted(pages=self.pages).enters(walk)]


class Piece(NamedTuple):
    """Judge a family in a variant, put in an engine's faults, or listen to the main way in a language."""

    kind: str
    name: str
    variant: Variant = SHOWN

    def __str__(self) -> str:
        return f"{self.kind} {self.name} {self.variant if self.kind == 'judge' else ''}".strip()


@dataclass
class Heard:
    """What one piece, or the whole round, has heard; `seconds` by engine."""

    states: int = 0
    findings: list[Finding] = field(default_factory=list)
    answered: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    caught: int = 0

    def add(self, other: Heard) -> None:
        """Put together."""
        self.states += other.states
        self.findings += other.findings
        self.answered += other.answered
        for name, spent in other.seconds.items():
            self.seconds[name] = self.seconds.get(name, 0) + spent
        self.caught += other.caught


def pieces(wanted: Wanted) -> list[Piece]:
    """All the work, the longest first."""
    if not wanted.engines:
        return []
    families = list(dict.fromkeys(walk.family for walk in walks()))[::-1]
    rounds = [ENLARGED, *((family, SHOWN) for family in families)]
    judged = [Piece("judge", *one) for one in rounds if wanted.walks(one[0])]
    faults = [Piece("faults", name) for name in wanted.engines]
    listened = [Piece("listen", language) for language in transcripts.LANGUAGES if "voice" in wanted.engines]
    return [*judged, *(faults + listened if wanted.pages == ("*",) else [])]


def done(browser: Browser, address: str, piece: Piece, wanted: Wanted) -> Heard:
    """One piece of work."""

    def opened(variant: Variant = SHOWN, **wishes: Any) -> Page:
        return variants.shown(browser, address, variant, **wishes)

    opinion.ANSWERED.clear()
    told = {"judge": judged, "faults": faulted, "listen": listened}[piece.kind](opened, piece, wanted)
    told.answered = Counter(opinion.ANSWERED)
    return told


def judged(opened: Opened, piece: Piece, wanted: Wanted) -> Heard:
    """Every state of a family, each once."""
    heard, met = Heard(), set[State]()
    for walk in wanted.walks(piece.name):
        page = opened(piece.variant)
        for state in _standing(page, walk, piece.variant, met):
            if wanted.meets(state.page):
                heard.states += 1
                for name in wanted.engines:
                    heard.findings += _asked(page, state, name, heard.seconds)
        page.context.close()
    return heard


def _standing(page: Page, walk: Walk, variant: Variant, met: set[State]) -> Iterator[State]:
    """A walk that never comes to its end is told by the audit proper; the engines judge what it comes to."""
    try:
        yield from walked(page, walk, variant, met)
    except AssertionError as lost:
        print(f"{walk.name}: {lost}")


def _asked(page: Page, state: State, name: str, seconds: dict[str, float]) -> list[Finding]:
    begun, look = time.perf_counter(), _look(name)
    found = [Finding(name, state.page, state.name, str(state.variant), it) for it in look(page, state)]
    seconds[name] = seconds.get(name, 0) + time.perf_counter() - begun
    return found


def _look(name: str) -> Any:
    check: Check = opinions()[name]
    assert check.look
    return check.look


def faulted(opened: Opened, piece: Piece, _wanted: Wanted) -> Heard:
    """An engine that does not find what was put in on purpose is not there, whatever it says of good pages."""
    heard, check, look = Heard(), opinions()[piece.name], _look(piece.name)
    page = opened()
    for fault in check.faults:
        page.goto(FAULTS_AT)
        page.evaluate(fault.script)
        if any(it.startswith(opinion.FAILS) for it in look(page, FAULTS_STATE)):
            heard.caught += 1
        else:
            heard.findings.append(Finding(piece.name, "status", "", "", f"does not find the fault: {fault.name}"))
    return heard


def listened(opened: Opened, piece: Piece, wanted: Wanted) -> Heard:
    """What the virtual screen reader says on the main way, against what is kept."""
    language, now = piece.name, transcripts.heard(opened, piece.name)
    if wanted.write:
        transcripts.keep(language, now)
    found = transcripts.differences(transcripts.kept(language), now)
    return Heard(findings=[Finding("voice", name, "transcript", language, it) for name, it in found])
