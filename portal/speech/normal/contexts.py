"""Contexts: words with two readings, told apart by what stands around them; the rules are in contexts.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from portal.speech.normal.piece import Piece

RULES = Path(__file__).parent / "contexts.yaml"


@dataclass(frozen=True)
class Rule:
    """A pattern whose groups are the word, its reading there, and sentences with their kana."""

    seen: re.Pattern[str]
    heard: str
    so: Mapping[str, str]


@cache
def rules(path: Path = RULES) -> tuple[Rule, ...]:
    """Every rule, the first to try first."""
    told = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(Rule(re.compile(rule["seen"]), rule["heard"], rule["so"]) for rule in told)


def contexts(seen: str) -> Iterator[Piece]:
    """Each such word by its reading."""
    for rule in rules():
        for found in rule.seen.finditer(seen):
            word = found.lastindex or 0
            yield Piece(found.start(word), found.end(word), rule.heard)
