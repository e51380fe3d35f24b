"""What people really type is understood as they mean it, and nothing is understood wrongly in silence."""

from __future__ import annotations

import pytest

from tests.answers.tabled import Row, rows, tables

LEAST = {"accounts": 60, "addresses": 60, "dates": 40, "households": 30, "mails": 30, "names": 60, "numbers": 40}
"""Rows of each table."""
UNDERSTOOD = 0.99


@pytest.mark.parametrize("table", LEAST)
def test_people_are_understood(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    results = {row.named: row.result() for row in rows(table)}
    otherwise = {named: result for named, result in results.items() if result != "as meant"}
    share = 1 - len(otherwise) / len(results)
    with capsys.disabled():
        print(f"\n{table}: {len(results)} rows, {share:.1%} as meant", *otherwise.items(), sep="\n  ")
    assert len(results) >= LEAST[table]
    assert not [named for named, result in otherwise.items() if result.startswith("wrong")]
    assert share >= UNDERSTOOD, otherwise


@pytest.mark.parametrize("table", LEAST)
def test_every_row_has_a_name_of_its_own(table: str) -> None:
    named = [row.named for row in rows(table)]
    assert len(set(named)) == len(named)


def test_every_table_is_counted() -> None:
    assert set(tables()) == LEAST.keys()


def test_a_row_that_means_something_else_is_wrong() -> None:
    (first, *_) = rows("dates")
    assert Row(**{**vars(first), "kept": "1935-04-02"}).result() == "wrong: 1935-04-01"
    assert Row(**{**vars(first), "kept": None, "amiss": {"day": "x"}}).result() == "wrong: 1935-04-01"
