"""Every answer to an engine has its reason, and leans on nothing that is not there."""

from __future__ import annotations

import re

import pytest

from a11y.check import checks
from a11y.criteria import criteria
from a11y.opinions import NAMES, triage
from a11y.opinions.triage import answered, answers, idle

EACH = [pytest.param(it, id=f"{engine} {rule}") for engine, rules in answers().items() for rule, it in rules.items()]


@pytest.mark.parametrize("answer", EACH)
class TestAnAnswer:
    def test_names_only_checks_that_there_are(self, answer: triage.Answer) -> None:
        assert {*answer.by} <= checks().keys()

    def test_names_only_criteria_that_there_are(self, answer: triage.Answer) -> None:
        assert answer.criterion in {"", *criteria()}

    def test_is_not_for_everything(self, answer: triage.Answer) -> None:
        assert not answer.only or not re.search(answer.only, "")


def test_only_engines_are_answered() -> None:
    assert answers().keys() <= {*NAMES}


def test_an_opinion_is_answered_only_where_it_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"ibm": {"a_rule": triage.Answer(because="we looked at the table of the report", only="<table")}}
    monkeypatch.setattr(triage, "answers", lambda: known)
    assert answered("ibm", "a_rule", "doubts: a_rule: odd: <table>")
    assert not answered("ibm", "a_rule", "doubts: a_rule: odd: <ul>")
    assert not answered("ibm", "another", "<table")
    assert not answered("alfa", "a_rule", "<table")


def test_an_answer_nobody_asks_for_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"ibm": {rule: triage.Answer(because="nobody is harmed by this") for rule in ("asked", "idle")}}
    monkeypatch.setattr(triage, "answers", lambda: known)
    assert [*idle({("ibm", "asked")}, ["ibm", "alfa"])] == [
        "ibm: the answer to “idle” in triage.yaml answers nothing any more"
    ]
    assert not [*idle({}, ["alfa"])]
