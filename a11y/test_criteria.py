"""No criterion is missing, none is answered by nobody, and no check works for a criterion that does not know it."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y.check import checks
from a11y.criteria import criteria, read

WCAG_2_2 = {
    "A": """1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3
        2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2""",
    "AA": """1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8
        3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3""",
    "AAA": "1.4.6 1.4.8 2.2.6 2.4.12 2.4.13 2.5.5 3.1.3 3.1.4 3.1.5 3.1.6 3.3.5 3.3.6 3.3.9",
}
"""Levels A and AA whole, and the criteria of level AAA adopted as rules of the product."""
JIS = """1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 2.1.1 2.1.2 2.2.1 2.2.2
    2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.3.1 3.3.2 3.3.3 3.3.4 4.1.1
    4.1.2"""
"""WCAG 2.0's levels A and AA, which JIS X 8341-3:2016 took over as they are."""


@pytest.mark.parametrize(("level", "how_many"), [("A", 31), ("AA", 24), ("AAA", 13)])
def test_no_criterion_of_wcag_2_2_is_missing(level: str, how_many: int) -> None:
    wanted = {*WCAG_2_2[level].split()}
    assert len(wanted) == how_many
    assert {row.number for row in criteria().values() if row.wcag22 and row.level == level} == wanted


def test_no_criterion_of_the_japanese_standard_is_missing() -> None:
    assert len(JIS.split()) == 38
    assert {row.number for row in criteria().values() if row.jis and row.level != "AAA"} == {*JIS.split()}


def test_the_criteria_stand_in_their_order_level_by_level() -> None:
    places = [[int(part) for part in number.split(".")] for number in criteria()]
    beyond = sum(row.level != "AAA" for row in criteria().values())
    assert places == [*sorted(places[:beyond]), *sorted(places[beyond:])]


def test_every_check_named_exists() -> None:
    named = {name for row in criteria().values() for name in row.checks}
    assert named <= checks().keys()


def test_every_check_stands_with_each_of_its_criteria() -> None:
    missing = [
        f"{name} says that it works for {number}, but {number} does not name it"
        for name, check in checks().items()
        for number in check.criteria
        if number in criteria() and name not in criteria()[number].checks
    ]
    assert not missing


def test_no_row_names_a_check_that_does_not_work_for_it() -> None:
    known = checks()
    strange = [
        f"{row.number} names {name}"
        for row in criteria().values()
        for name in row.checks
        if name in known and row.number not in known[name].criteria
    ]
    assert not strange


def test_every_row_has_a_check_or_says_what_a_person_has_to_look_at() -> None:
    bare = {row.number: row.judged for row in criteria().values() if not row.checks}
    assert {*bare.values()} <= {"person", "unmet"}, bare


ROW = """criteria:
- number: 1.1.1
  remark: {ja: 人が見ます。, en: By a person.}
  level: A
  jis: true
  ja: 絵
  en: Pictures
  checks: []
  %s
"""
NOTE = "judged: %s\n  notes: [{date: 2026-11-24, by: 試験担当, looked: %s, result: passed}]"
LOOKED = "すべての絵の説明を声に出して読んだ"
REFUSED = {
    "a machine without a check": "judged: machine",
    "nobody known": "judged: nobody",
    "a look that says nothing": NOTE % ("person", "全部"),
    "a note on what is not there": NOTE % ("inapplicable", LOOKED),
}


def written(folder: Path, row: str) -> Path:
    """A file with one criterion."""
    path = folder / "criteria.yaml"
    path.write_text(ROW % row)
    return path


@pytest.mark.parametrize("row", REFUSED.values(), ids=REFUSED.keys())
def test_a_row_that_nobody_answers_for_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(ValueError, match=r"Criterion"):
        read(written(tmp_path, row))


def test_a_person_who_says_what_was_looked_at_is_believed(tmp_path: Path) -> None:
    assert read(written(tmp_path, NOTE % ("person", LOOKED)))["1.1.1"].notes[0].result == "passed"
