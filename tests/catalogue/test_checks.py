"""Checks: what fits together passes; each misfit is told at its place."""

from __future__ import annotations

from typing import Any

import pytest

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


TRUE = {"id": "truth", "kind": "declaration", "text": "本当です。", "meaning": "直せます。"}
LOOK = {"id": "look", "kind": "consent", "purpose": "register", "text": "見てよいです。", "meaning": "確かめます。"}
KNOW = {"id": "once", "kind": "acknowledgement", "text": "一回だけです。", "meaning": "ふえません。"}
PRESSED = {"level": "L1", "basis": "要綱", "years": 5, "act": "申しこみます", "statements": [TRUE, LOOK, KNOW]}
ASKED = {"id": "asked", "text": "たのまれました。", "meaning": "知っています。", "when": {"everyone": False}}
OPTIONS = [{"id": "once", "label": "一回"}, {"id": "twice", "label": "二回"}]
RECALL = {"ask": "何回ですか", "options": OPTIONS, "answer": "once", "explain": "一回だけです。"}
COUNTER = {"level": "L4", "basis": "条例", "bring": ["はんこ"], "where": "窓口"}


@pytest.mark.parametrize(
    ("changes", "found"),
    {
        "each kind is told": ({}, []),
        "with what may be left out": ({"optional": [LOOK | {"id": "news", "purpose": "news"}]}, []),
        "with a mandate": ({"level": "L3", "mandate": ASKED}, []),
        "no level": ({"level": None}, [()]),
        "no basis": ({"basis": None}, [()]),
        "no years": ({"years": None}, [()]),
        "no act": ({"act": None}, [()]),
        "nothing stated": ({"statements": []}, [()]),
        "nothing declared": ({"statements": [LOOK]}, [("statements",)]),
        "two of one id": ({"statements": [TRUE, KNOW | {"id": "truth"}]}, [("statements", 1, "id")]),
        "the act's own id": ({"statements": [TRUE | {"id": "act"}]}, [("statements", 0, "id")]),
        "the mandate's id": ({"mandate": ASKED | {"id": "truth"}}, [("statements", 0, "id")]),
        "no kind": ({"statements": [{k: v for k, v in TRUE.items() if k != "kind"}]}, [("statements", 0)]),
        "no purpose": ({"statements": [TRUE, LOOK | {"purpose": None}]}, [("statements", 1)]),
        "a purpose of nothing": ({"statements": [TRUE | {"purpose": "x"}]}, [("statements", 0)]),
        "one purpose twice": ({"optional": [LOOK | {"id": "again"}]}, [("optional", 0, "purpose")]),
        "a declaration that decides nothing": ({"optional": [KNOW | {"id": "x"}]}, [("optional", 0, "kind")]),
        "a mandate of nobody": ({"level": "L3"}, [("level",)]),
        "a mandate for a way that is not there": (
            {"mandate": ASKED | {"when": {"nobody": True}}},
            [("mandate", "when", "nobody")],
        ),
        "with a question about it": ({"recall": RECALL}, []),
        "a question without its answer": ({"recall": RECALL | {"answer": "never"}}, [("recall", "answer")]),
        "a question with one answer twice": (
            {"recall": RECALL | {"options": OPTIONS[:1] * 2}},
            [("recall", "options")],
        ),
        "something to bring": ({"bring": ["はんこ"]}, [("bring",)]),
    }.values(),
)
def test_what_is_agreed_to_is_told_apart(changes: dict[str, Any], found: list[tuple[Any, ...]]) -> None:
    consent = {key: value for key, value in (PRESSED | changes).items() if value is not None}
    assert places(consent=consent) == [("consent", *place) for place in found]


@pytest.mark.parametrize(
    ("changes", "found"),
    {
        "what to bring where": ({}, []),
        "nothing to bring": ({"bring": []}, [()]),
        "nowhere to go": ({"where": ""}, [()]),
        "a mark to press after all": ({"act": "登録します"}, [("act",)]),
        "statements after all": ({"statements": [TRUE]}, [("statements",)]),
    }.values(),
)
def test_a_registered_seal_is_never_imitated(changes: dict[str, Any], found: list[tuple[Any, ...]]) -> None:
    assert places(consent=COUNTER | changes, questions=[]) == [("consent", *place) for place in found]


@pytest.mark.parametrize(("days", "found"), [(400, []), (366 * 5, []), (366 * 5 + 1, [("retention", "days")])])
def test_nothing_is_kept_longer_than_people_are_told(days: int, found: list[tuple[Any, ...]]) -> None:
    assert places(consent=PRESSED | {"years": 5}, retention={"days": days, "then": "anonymise"}) == found


def test_only_the_counter_asks_nothing() -> None:
    assert ("consent", "level") in places(consent=COUNTER)
    assert ("consent", "level") in places(questions=[])
