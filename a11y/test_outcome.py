"""What is found decides what may be said: a fault before doubt, doubt before praise."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from a11y.criteria import Note, criteria
from a11y.report import outcome
from a11y.report.audited import Audited
from a11y.report.outcome import Outcome, degree, outcomes

NUMBER = "1.4.10"
"""Decided by a machine: the check reflow, among others."""
FOUND = {
    "check": "reflow",
    "page": "home",
    "state": "as it opens",
    "variant": "ja 100% dark",
    "what": "a box is too wide",
}
LOOKED = Note(date=date(2026, 11, 24), by="試験担当", looked="すべてのページを1つずつ見た", result="passed")


def seen(**told: Any) -> Audited:
    """An audit in which every check ran and found nothing, but for what is told."""
    ran = {name: 3 for row in criteria().values() for name in row.checks}
    moment = datetime.fromisoformat("2026-11-24T10:00:00+09:00")
    states = [
        ("home", "as it opens", "ja 100% dark"),
        ("home", "menu", "ja 100% dark"),
        ("status", "empty", "en 200% high"),
    ]
    return Audited(**{"began": moment, "ended": moment, "version": "0.1.0", "ran": ran, "states": states} | told)


def result(audited: Audited, number: str = NUMBER) -> str:
    """What comes of a criterion."""
    return next(one.result for one in outcomes(audited) if one.criterion.number == number)


def test_a_machine_may_decide_what_it_is_trusted_with() -> None:
    assert criteria()[NUMBER].judged == "machine"
    assert result(seen()) == "passed"


def test_a_check_that_did_not_run_leaves_its_criterion_untested() -> None:
    assert result(seen(ran={})) == "untested"


def test_a_finding_fails_the_criteria_of_its_check_and_no_other() -> None:
    audited = seen(findings=[FOUND])
    failed = {one.criterion.number for one in outcomes(audited) if one.against}
    assert NUMBER in failed
    assert failed == {number for number, row in criteria().items() if "reflow" in row.checks}
    assert result(audited) == "failed"


def test_a_sentence_may_name_its_criteria_itself() -> None:
    audited = seen(findings=[FOUND | {"check": "axe", "what": "color-contrast: too pale [WCAG 1.4.3, 1.4.6]"}])
    assert {one.criterion.number for one in outcomes(audited) if one.against} == {"1.4.3", "1.4.6"}


def test_a_sentence_about_good_practice_fails_no_criterion() -> None:
    audited = seen(findings=[FOUND | {"check": "axe", "what": "region: text outside every landmark [best practice]"}])
    assert not [one for one in outcomes(audited) if one.against]


def test_what_a_person_has_to_decide_is_left_open() -> None:
    assert result(seen(findings=[FOUND | {"what": "undecided: perhaps too wide"}])) == "open"


def test_what_is_excused_is_not_praised() -> None:
    assert result(seen(excused=[FOUND | {"reason": "a table of figures may be wide"}])) == "open"


class TestWhatAPersonDecides:
    NUMBER = "4.1.2"

    def test_stays_open_whatever_the_machines_say(self) -> None:
        assert criteria()[self.NUMBER].judged == "person"
        assert result(seen(), self.NUMBER) == "open"

    @pytest.mark.parametrize("said", ["passed", "failed"])
    def test_is_what_the_person_says(self, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
        note = LOOKED.model_copy(update={"result": said})
        looked = {self.NUMBER: criteria()[self.NUMBER].model_copy(update={"notes": (note,)})}
        monkeypatch.setattr(outcome, "criteria", lambda: looked)
        assert result(seen(), self.NUMBER) == said


def test_what_is_not_done_yet_is_no_success() -> None:
    assert {one.result for one in outcomes(seen()) if one.criterion.judged == "unmet"} <= {"failed"}


def judged(results: str, level: str = "AA", jis: bool = True) -> list[Outcome]:
    """Outcomes of a made-up list of criteria."""
    row = criteria()["1.4.3"].model_copy(update={"level": level, "jis": jis})
    return [Outcome(row, result) for result in results.split()]


@pytest.mark.parametrize(
    ("results", "stated"),
    [
        ("passed inapplicable", "fully"),
        ("passed failed", "partly"),
        ("passed open", "considered"),
        ("failed open", "considered"),
        ("passed untested", "considered"),
        ("", "considered"),
    ],
)
def test_conformance_is_stated_only_when_nothing_is_open(results: str, stated: str) -> None:
    assert degree(judged(results)) == stated


def test_only_the_criteria_of_the_japanese_standard_count_for_its_degree() -> None:
    assert degree([*judged("passed"), *judged("open", level="AAA"), *judged("failed", jis=False)]) == "fully"
