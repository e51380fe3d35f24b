"""`delivery discard`: a letter that nobody will ever take need not go; it is told why, and its case stays open."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from portal.cases.arrival.acknowledgement import acknowledge
from portal.cases.arrival.alarm import late
from portal.delivery.watch.standing import traces
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA, TOWN
from tests.cli.delivery.conftest import Refused, run


def test_a_discarded_letter_is_told_and_its_case_stays_open(
    refused: Refused, kept: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    number, id = refused()
    assert run("discard", id, "--why", "told by  telephone") == 0
    told = capsys.readouterr().out
    assert f"{id} is discarded: told by telephone." in told
    assert f"Case {number} has not come to its office" in told
    with kept.reading() as db:
        assert late(db, KASUMIGAHAMA, datetime.now(UTC))["welfare"].numbers == (number,)
    assert run("show") == 1, "the case is still open"
    shown = capsys.readouterr().out
    assert "set aside" not in shown.partition(id)[2]
    assert "discarded: told by telephone (RCPT 550 5.1.1)" in shown


def test_who_has_the_case_otherwise_is_not_alarmed(
    refused: Refused, kept: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    _, id = refused()
    with kept.writing() as db:
        (case,) = late(db, KASUMIGAHAMA, datetime.now(UTC))["welfare"].ids
        acknowledge(db, TOWN, case, "api", datetime.now(UTC))
    assert run("discard", id, "--why", "it came by the API") == 0
    assert "stays open" not in capsys.readouterr().out
    assert run("show") == 0
    assert run("resend", id) == 0, "it can be undone"
    with kept.reading() as db:
        assert [one.state for one in traces(db, TOWN, case)] == ["waiting"]


def test_each_that_cannot_be_discarded_is_told(refused: Refused, capsys: pytest.CaptureFixture[str]) -> None:
    _, id = refused()
    assert run("discard", "019abc", id, "--why", "nobody there") == 1
    told = capsys.readouterr()
    assert "019abc: there is no such envelope" in told.err
    assert f"{id} is discarded" in told.out


@pytest.mark.parametrize("words", [(), ("--why", " "), ("--why", "x" * 201)], ids=["no reason", "empty", "long"])
def test_nothing_is_discarded_without_a_reason(
    refused: Refused, kept: Database, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    _, id = refused()
    assert run("discard", id, *words) == 2
    assert "--why" in capsys.readouterr().err
    assert run("show") == 1
    assert "set aside" in capsys.readouterr().out
