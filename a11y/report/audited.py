"""What an audit saw: where it was, which checks ran how often, what they found. Read from var/audit/findings.json."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from a11y.check import checks
from a11y.criteria import criteria
from a11y.report.surroundings import engines

JAPAN = ZoneInfo("Asia/Tokyo")
UNDECIDED = ("undecided: ", "doubts: ")
"""How a sentence begins that a person has to decide: axe says the one, the other engines the other."""
PARSERS, PARSING = ("nu", "html_validate"), "4.1.1"
"""Engines that read the HTML as it is sent; their findings speak against parsing."""
OWN_CRITERIA = re.compile(r"\[(?:WCAG ((?:\d\.\d\.\d+(?:, )?)+)|best practice)\]")
"""How a sentence names its criteria, or says that there are none, where the check's own are too many."""


class _Told(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Finding(_Told):
    """What a check found at a page in one state; on a whole way `page` is the journey, in the sources it is empty."""

    check: str = Field(validation_alias=AliasChoices("check", "engine"))
    page: str
    state: str
    variant: str
    what: str

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria it speaks against: those its sentence names, else all of its check's."""
        if named := OWN_CRITERIA.search(self.what):
            return tuple(named[1].split(", ")) if named[1] else ()
        if self.check in PARSERS:
            return (PARSING,)
        return checks()[self.check].criteria if self.check in checks() else ()

    @property
    def undecided(self) -> bool:
        """Whether a person has to decide if it is a fault at all."""
        return self.what.startswith(UNDECIDED)

    @property
    def place(self) -> str:
        """Where it is, in one line."""
        return ", ".join(part for part in (self.page, self.state, self.variant) if part)


class Excused(Finding):
    """A finding that exceptions.yaml excuses."""

    reason: str


class Opinions(_Told):
    """What other engines said of the same version; their findings name the engine as the check."""

    version: str
    engines: tuple[str, ...]
    states: int
    faults_caught: int
    answered: Mapping[str, int]
    findings: tuple[Finding, ...]


class Fault(_Told):
    """A fault put in on purpose, and whether its check caught it."""

    check: str
    fault: str
    caught: bool


class Audited(_Told):
    """One audit. `address` is the installation visited, "" for one started for the audit with fictional towns.
    `again` names what was judged once more after a mend, and when.

    `states` are (page, state, variant); `ran` says how often each check judged anything; `whole` is false when the
    audit was narrowed to some checks, pages or variants.
    """

    began: datetime
    ended: datetime
    version: str
    address: str = ""
    whole: bool = True
    tools: Mapping[str, str] = {}
    agents: tuple[str, ...] = ()
    states: tuple[tuple[str, str, str], ...] = ()
    ran: Mapping[str, int] = {}
    findings: tuple[Finding, ...] = ()
    excused: tuple[Excused, ...] = ()
    faults: tuple[Fault, ...] = ()
    reminders: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    opinions: Opinions | None = None

    @property
    def pages(self) -> Mapping[str, int]:
        """Every page visited, in alphabetical order, and in how many states."""
        return dict(sorted(Counter(page for page, _, _ in self.states).items()))

    def against(self, number: str) -> tuple[Finding, ...]:
        """The findings that speak against a criterion."""
        heard = self.opinions.findings if self.opinions else ()
        return tuple(one for one in (*self.findings, *heard) if number in one.criteria)

    def excused_from(self, number: str) -> tuple[Excused, ...]:
        """The findings against a criterion that are excused."""
        return tuple(one for one in self.excused if number in one.criteria)

    def has_run(self, number: str) -> bool:
        """Whether every check of a criterion judged something."""
        return all(self.ran.get(name) for name in criteria()[number].checks)


def read(path: Path) -> Audited:
    """An audit from its file, with the opinions beside it if they are of the same version.

    Raises FileNotFoundError, or ValueError for a file that says too little.
    """
    audited = Audited.model_validate_json(path.read_bytes())
    beside = path.with_name("opinions.json")
    opinions = Opinions.model_validate_json(beside.read_bytes()) if beside.exists() else None
    if opinions is None or audited.address or opinions.version != audited.version:
        return audited
    tools = {**audited.tools, **engines(opinions.engines)}
    return audited.model_copy(update={"opinions": opinions, "tools": tools})
