"""The success criteria this house answers for, and who can decide each: criteria.yaml as Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

FILE = Path(__file__).with_name("criteria.yaml")
Level = Literal["A", "AA", "AAA"]
Judged = Literal["machine", "person", "inapplicable", "unmet"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Remark(_Strict):
    """One sentence for the public, in both languages."""

    ja: str = Field(min_length=5)
    en: str = Field(min_length=5)


class Note(_Strict):
    """What a person looked at and what came of it; `by` is a role, never a name.

    `using` names system, browser and assistive technology: "iOS 26 / Safari / VoiceOver".
    """

    date: date
    by: str = Field(min_length=2)
    looked: str = Field(min_length=10)
    using: str = ""
    result: Literal["passed", "failed"]


class Criterion(_Strict):
    """One success criterion; `jis` says whether WCAG 2.0, so JIS X 8341-3:2016, has it, `wcag22` whether 2.2 has."""

    number: str = Field(pattern=r"^[1-4]\.\d\.\d{1,2}$")
    level: Level
    jis: bool
    wcag22: bool = True
    ja: str
    en: str
    judged: Judged
    checks: tuple[str, ...]
    remark: Remark
    notes: tuple[Note, ...] = ()

    @model_validator(mode="after")
    def _has_a_judge(self) -> Criterion:
        if self.judged == "machine" and not self.checks:
            raise ValueError(f"{self.number}: a machine cannot decide without a check")
        if self.judged != "person" and self.notes:
            raise ValueError(f"{self.number}: notes belong to what a person decides")
        return self


def read(path: Path = FILE) -> Mapping[str, Criterion]:
    """Every criterion by its number, in the file's order. Raises ValueError for a file that does not say enough."""
    rows = [Criterion.model_validate(row) for row in yaml.safe_load(path.read_text())["criteria"]]
    by_number = {row.number: row for row in rows}
    if len(by_number) != len(rows):
        raise ValueError("a criterion stands there twice")
    return by_number


@cache
def criteria() -> Mapping[str, Criterion]:
    """Those of this house, read once."""
    return read()
