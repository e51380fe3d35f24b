"""What an engine says of one element, and how its words become findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

from a11y.check import Look, State
from a11y.opinions.triage import answered

INSTALLED = Path(__file__).parents[1] / "node_modules"
BUILT = INSTALLED / ".opinions"
FAILS, DOUBTS = "fails", "doubts"
LONGEST = 160
"""Signs of an element's source in a sentence."""


class Opinion(NamedTuple):
    """`level` is "fails" for what the engine is sure of, "doubts" for what it asks a person to look at."""

    engine: str
    level: str
    rule: str
    message: str
    element: str

    def __str__(self) -> str:
        rule = "" if "…" in self.rule else f"{self.rule}: "
        return f"{self.level}: {rule}{self.message}: {self.element}"


Hear = Callable[[Page, State], Iterable[Opinion]]
ANSWERED: Counter[tuple[str, str]] = Counter()
"""How often each answer of triage.yaml was given: (engine, rule)."""


def asked(page: Page, bundle: Path, name: str, question: str, given: Any = None) -> Any:
    """Ask in the page, where `bundle` is brought in once and known by `name`. The page's CSP does not bind us."""
    if not page.evaluate(f"'{name}' in globalThis"):
        page.evaluate(f"{_source(bundle)}\n;globalThis.{name} ??= {name}; null")
    return page.evaluate(question, given)


def opinion(engine: str, level: str, rule: str, message: str, element: str) -> Opinion:
    """One opinion, its words on one line each and not too long."""
    return Opinion(engine, level, rule, _line(message), _line(element)[:LONGEST])


def counted(hear: Hear) -> Look:
    """A look that tells what is not answered, each sentence once."""

    def look(page: Page, state: State) -> Iterator[str]:
        told = dict.fromkeys(hear(page, state))
        for it in told:
            if answered(it.engine, it.rule, str(it)):
                ANSWERED[it.engine, it.rule] += 1
            else:
                yield str(it)

    return look


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@cache
def _source(bundle: Path) -> str:
    return bundle.read_text()
