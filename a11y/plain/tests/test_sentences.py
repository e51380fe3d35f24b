"""What is good stays unblamed, what is bad is found by its rule."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from a11y.plain.book import allowed
from a11y.plain.level import Level
from a11y.plain.lint import RULES, in_text

TABLES = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))
GOOD = [(level, text) for level, texts in TABLES["good"].items() for text in texts]
BAD = [(rule, *line.popitem()) for rule, lines in TABLES["bad"].items() for line in lines]


@pytest.mark.parametrize(("level", "text"), GOOD)
def test_a_good_sentence_is_left_alone(level: str, text: str) -> None:
    assert not in_text(text, Level[level.upper()], allowed())


@pytest.mark.parametrize(("rule", "level", "text"), BAD)
def test_a_bad_sentence_is_found(rule: str, level: str, text: str) -> None:
    assert rule in [name for name, _, _ in in_text(text, Level[level.upper()], allowed())]


def test_the_tables_are_large_enough_to_trust() -> None:
    assert len(GOOD) >= 40
    assert {rule for rule, _, _ in BAD} == RULES.keys()
    assert min(len(lines) for lines in TABLES["bad"].values()) >= 4
