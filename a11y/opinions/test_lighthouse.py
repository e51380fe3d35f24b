"""What Lighthouse tells becomes findings: whatever is not a full mark, and why."""

from __future__ import annotations

from typing import Any

import pytest

from a11y.opinions import lighthouse
from a11y.opinions.lighthouse import MARKS, heard, lost

AUDITS: dict[str, Any] = {
    "image-alt": {"title": "Images have no words", "score": 0},
    "html-lang": {"title": "A language is told", "score": 1},
    "manual": {"title": "For a person", "score": None},
}


def told(**scores: float | None) -> dict[str, Any]:
    refs = [{"id": id, "weight": 1} for id in AUDITS]
    full = {mark: {"score": 1, "auditRefs": refs} for mark in MARKS}
    return {"audits": AUDITS, "categories": full | {m: {"score": s, "auditRefs": refs} for m, s in scores.items()}}


def test_full_marks_are_nothing_to_tell() -> None:
    assert not [*lost(told())]


def test_a_mark_that_is_lost_is_told_with_its_reason() -> None:
    assert [*lost(told(accessibility=0.99))] == ["accessibility: 99 of 100: Images have no words (image-alt)"]


def test_what_was_not_judged_is_no_full_mark() -> None:
    broken = {"runtimeError": {"code": "NO_FCP", "message": "Nothing was painted."}}
    assert [*lost(broken)] == [f"{mark}: none: Nothing was painted." for mark in MARKS]
    assert len([*lost(told(performance=None))]) == 1


@pytest.mark.parametrize("command", [("nowhere-installed",), ("false",)], ids=["missing", "broken"])
def test_that_it_does_not_run_is_a_finding(monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setattr(lighthouse, "COMMAND", command)
    [finding] = heard("http://127.0.0.1:1").findings
    assert finding.what.startswith("came to a stop")
