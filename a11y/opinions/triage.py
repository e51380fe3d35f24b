"""What we answer to an engine that only doubts, or that we think is wrong: triage.yaml as Python."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

FILE = Path(__file__).with_name("triage.yaml")


class Answer(BaseModel):
    """`by` names checks of our own that decide what the engine cannot; `criterion` an entry of criteria.yaml that says
    who decides. `only` is a regular expression that the opinion's sentence must hold: the answer covers what was
    looked at and nothing else."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    because: str = Field(min_length=20)
    by: tuple[str, ...] = ()
    criterion: str = ""
    only: str = ""


@cache
def answers() -> Mapping[str, Mapping[str, Answer]]:
    """Engine → rule → answer."""
    told = yaml.safe_load(FILE.read_text())
    return {engine: {rule: Answer.model_validate(it) for rule, it in rules.items()} for engine, rules in told.items()}


def answered(engine: str, rule: str, sentence: str) -> Answer | None:
    """The answer to an opinion, if there is one."""
    found = answers().get(engine, {}).get(rule)
    return found if found and re.search(found.only, sentence) else None


def idle(given: Collection[tuple[str, str]], engines: Collection[str]) -> Iterator[str]:
    """Answers to these engines that nobody asked for in a whole round."""
    for engine in engines:
        for rule in answers().get(engine, {}):
            if (engine, rule) not in given:
                yield f"{engine}: the answer to “{rule}” in triage.yaml answers nothing any more"
