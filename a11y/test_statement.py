"""The statement that residents read: made from an audit of everything, the same from the same audit, never more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a11y.check import checks
from a11y.criteria import criteria
from a11y.report import outcome, statement
from a11y.report.__main__ import main
from a11y.report.statement import Unfit, unfit, written
from a11y.test_outcome import FOUND, LOOKED, seen
from portal.resident.accessibility import SHIPPED, Statement

EVERY_CHECK = {"ran": dict.fromkeys(checks(), 3)}


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the statement goes in these tests."""
    place = tmp_path / "accessibility.json"
    monkeypatch.setattr(statement, "SHIPPED", place)
    monkeypatch.setattr(statement, "HOUSE", tmp_path)
    (tmp_path / "var").mkdir()
    return place


def test_the_same_audit_gives_the_same_statement(shipped: Path) -> None:
    first = written(seen(**EVERY_CHECK)).read_bytes()
    assert written(seen(**EVERY_CHECK)).read_bytes() == first
    told = Statement.model_validate_json(first)
    assert [(one.name, one.pages, one.states) for one in told.pages] == [
        ("どの手続きをしますか", 1, 2),
        ("申し込みの様子を見る", 1, 1),
    ]
    assert told.degree == "considered"
    assert str(told.stated) == "2026-11-24"


def test_what_was_found_is_said(shipped: Path) -> None:
    told = Statement.model_validate_json(written(seen(**EVERY_CHECK, findings=[FOUND])).read_bytes())
    assert {row.number for row in told.criteria if row.result == "failed"} >= {"1.4.10"}


def test_a_person_who_looked_is_told_of_with_what_was_used(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = LOOKED.model_copy(update={"using": "iOS 26 / Safari / VoiceOver"})
    looked = {
        number: row.model_copy(update={"notes": (note,)} if number == "4.1.2" else {})
        for number, row in criteria().items()
    }
    monkeypatch.setattr(outcome, "criteria", lambda: looked)
    told = Statement.model_validate_json(written(seen(**EVERY_CHECK)).read_bytes())
    assert told.aids == ("iOS 26 / Safari / VoiceOver",)
    row = next(row for row in told.criteria if row.number == "4.1.2")
    assert (row.result, row.remark.ja) == ("passed", "2026年11月24日に、試験担当が確かめました。")


@pytest.mark.parametrize("told", [{"whole": False, **EVERY_CHECK}, {"ran": {"reflow": 3}}])
def test_a_narrowed_audit_is_not_stated(shipped: Path, told: dict[str, object]) -> None:
    assert unfit(seen(**told))
    with pytest.raises(Unfit):
        written(seen(**told))
    assert not shipped.exists()


def test_an_installation_has_a_statement_of_its_own(shipped: Path, tmp_path: Path) -> None:
    place = written(seen(address="https://shinsei.example.jp/", whole=False, ran={"reflow": 3}))
    assert place == tmp_path / "var" / "accessibility.json"
    told = Statement.model_validate_json(place.read_bytes())
    assert told.address == "https://shinsei.example.jp/"
    assert {row.result for row in told.criteria if row.number == "1.4.10"} <= {"passed", "untested"}
    assert not shipped.exists()


def test_the_command_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shipped: Path
) -> None:
    words = ["a11y.report", "--folder", str(tmp_path), "--statement"]
    monkeypatch.setattr("sys.argv", words)
    assert main() == 1
    assert "make audit" in capsys.readouterr().out
    (tmp_path / "findings.json").write_text(seen(whole=False).model_dump_json())
    assert main() == 1
    assert "narrowed" in capsys.readouterr().out
    (tmp_path / "findings.json").write_text(seen(**EVERY_CHECK).model_dump_json())
    assert main() == 0
    assert shipped.exists()


def test_the_shipped_statement_fits_the_criteria() -> None:
    """Whoever changes criteria.yaml runs `make statement`."""
    told = json.loads(SHIPPED.read_text())["criteria"]
    rows = criteria()
    assert [row["number"] for row in told] == [*rows]
    for row in told:
        own = rows[row["number"]]
        expected = {"machine": "passed", "inapplicable": "inapplicable", "unmet": "failed", "person": "open"}
        if row["result"] == expected[own.judged]:
            assert row["remark"] == own.remark.model_dump(), row["number"]
        assert (row["ja"], row["en"], row["level"], row["jis"]) == (own.ja, own.en, own.level, own.jis)
        looked = {note.result for note in own.notes}
        may = {
            "machine": {"passed", "failed", "open", "untested"},
            "inapplicable": {"inapplicable", "failed", "open", "untested"},
            "unmet": {"failed"},
            "person": looked | {"failed"} if looked else {"open", "failed"},
        }
        assert row["result"] in may[own.judged], f"{row['number']} is {row['result']}, which {own.judged} cannot say"
