"""Checks: what fits together passes; each misfit is told at its place."""

from __future__ import annotations

from typing import Any

from portal.catalogue.checks import faults
from portal.catalogue.version import shaped
from tests.catalogue.given import QUESTIONS, service, take


def places(**changes: Any) -> list[tuple[Any, ...]]:
    """Where the mistakes of a changed service stand."""
    data = service(**changes)
    return [place for place, _ in faults(shaped(data), data)]


def test_a_sound_service_has_none() -> None:
    assert places() == []
    assert places(questions=[*QUESTIONS[:4], take()]) == []


def test_a_person_is_named_only_where_one_is_asked_about() -> None:
    assert places(title="{name}さん") == [("title",)]
    assert places(next=["{applicant}さん"]) == [("next", 0)]
    assert places(questions=[QUESTIONS[0] | {"ask": "{name}さん"}, *QUESTIONS[1:4]]) == [("questions", 0, "ask")]


def test_two_statements_need_two_ids() -> None:
    statement = {"id": "a", "text": "x", "meaning": "y"}
    assert places(consent={"act": "x", "statements": [statement, statement]}) == [("consent", "statements")]


def test_including_needs_each() -> None:
    question = QUESTIONS[0] | {"including": "applicant"}
    assert places(questions=[question, *QUESTIONS[1:4]]) == [("questions", 0, "including")]


def test_what_happens_next_looks_at_answers_that_exist() -> None:
    assert places(next=["x", {"text": "a", "when": {"everyone": True}}]) == []
    assert places(next=[{"text": "a", "when": {"nobody": True}}]) == [("next", 0, "when", "nobody")]
    assert places(next=[{"text": "{nobody}", "when": {}}]) == [("next", 0, "text")]


def test_a_condition_may_look_at_those_who_do_not_know() -> None:
    choice = {
        "id": "side",
        "kind": "choice",
        "ask": "どちら",
        "short": "どちら",
        "options": [{"id": "a", "label": "x"}],
    }
    after = {"id": "why", "kind": "text", "ask": "なぜ", "short": "なぜ", "when": {"side": "unsure"}}
    sure = [*QUESTIONS[:4], choice, after]
    unsure = [*QUESTIONS[:4], choice | {"limits": {"unsure": True}}, after]
    assert places(questions=sure) == [("questions", 5, "when", "side")]
    assert places(questions=unsure) == []


def test_the_applicants_birth_date_is_known_to_the_day() -> None:
    n = next(n for n, question in enumerate(QUESTIONS) if question.get("role") == "applicant_birth_date")
    questions = [*QUESTIONS[:4]]
    questions[n] = questions[n] | {"limits": {"unknown": True}}
    assert places(questions=questions) == [("questions", n, "limits", "unknown")]
