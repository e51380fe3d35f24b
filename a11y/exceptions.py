"""What is excused, why and until when: exceptions.yaml as Python. Nobody here looks at the clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, field_validator

from a11y.check import State, checks

FILE = Path(__file__).with_name("exceptions.yaml")
Told = tuple[str, str, str]
"""A finding: check, page, what it says."""


class Exemption(BaseModel):
    """One entry; `page` is a glob, `what` a regular expression found anywhere in a finding's sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: str
    page: str
    what: str = Field(min_length=3)
    reason: str = Field(min_length=20)
    until: date

    @field_validator("check")
    @classmethod
    def _is_there(cls, name: str) -> str:
        if name not in checks():
            raise ValueError(f"there is no check {name}")
        return name

    @field_validator("what")
    @classmethod
    def _can_be_looked_for(cls, what: str) -> str:
        try:
            found = re.compile(what)
        except re.error as error:
            raise ValueError(str(error)) from None
        if found.search(""):
            raise ValueError("this excuses every sentence")
        return what

    def fits(self, told: Told) -> bool:
        """Whether it is about this finding, whatever the day."""
        check, page, what = told
        return check == self.check and fnmatchcase(page, self.page) and bool(re.search(self.what, what))

    def __str__(self) -> str:
        return f"{self.check} on {self.page}, “{self.what}”, until {self.until}"


def read(path: Path = FILE) -> tuple[Exemption, ...]:
    """Every exemption of a file. Raises ValueError for one that says too little or too much."""
    return tuple(Exemption.model_validate(entry) for entry in yaml.safe_load(path.read_text())["exceptions"])


@cache
def exemptions() -> tuple[Exemption, ...]:
    """Those of this house, read once."""
    return read()


def excused(check: str, state: State | str, text: str, today: date) -> str | None:
    """Why this finding is no fault for now, or None; `state` may be a page's name, or a journey's."""
    told = (check, state.page if isinstance(state, State) else state, text)
    return next((one.reason for one in exemptions() if today <= one.until and one.fits(told)), None)


def overdue(today: date) -> Iterator[str]:
    """Exemptions past their day: each must fail the build."""
    return (f"{one}: its day is over; mend it or say anew why not" for one in exemptions() if one.until < today)


def idle(found: Iterable[Told]) -> Iterator[str]:
    """Exemptions that fit nothing of what a whole audit found, excused or not."""
    told = [*found]
    return (f"{one}: excuses nothing any more" for one in exemptions() if not any(one.fits(it) for it in told))
