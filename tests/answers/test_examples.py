"""Every kind keeps the contract: its examples are read, shown, spoken, handed on, and nothing is a fine answer too."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.answers import KINDS
from portal.answers.answer_type import Assisted, Example, Option, Problems
from portal.language.words import CODES, words_for
from tests.answers.given import TODAY, ask
from tests.languages import in_turn

EXAMPLES = [(kind, example) for kind, told in KINDS.items() for example in told.examples]
NAMES = [f"{kind} {n}" for n, (kind, _) in enumerate(EXAMPLES)]
OPTIONS = (Option("a", "ひとつめ"), Option("b", "ふたつめ"))
WITH_OPTIONS = {"choice", "choices", "household"}
UNKIND = re.compile("不正|全角|半角|エラー|無効|形式が|入力|(?<!かまい)ません。$")


def put(kind: str, example: Example, language: str = "ja") -> Any:
    """The example's question."""
    return ask(kind, language, options=example.options, limits=example.limits)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=NAMES)
class TestAnExample:
    def test_is_read_shown_and_spoken(self, kind: str, example: Example) -> None:
        question = put(kind, example)
        value = KINDS[kind].read(example.typed, question, TODAY)
        assert value == example.value
        assert KINDS[kind].show(value, question, TODAY) == example.shown_ja
        assert KINDS[kind].speak(value, question, TODAY) == example.spoken_ja

    def test_is_plain_json(self, kind: str, example: Example) -> None:
        assert json.loads(json.dumps(example.value)) == example.value
        exported = KINDS[kind].export(example.value)
        assert json.loads(json.dumps(exported)) == exported

    @pytest.mark.parametrize("language", CODES)
    def test_is_shown_and_spoken_in_every_language(self, kind: str, example: Example, language: str) -> None:
        question = put(kind, example, language)
        assert all(KINDS[kind].show(example.value, question, TODAY))
        said = KINDS[kind].speak(example.value, question, TODAY)
        assert said
        assert "{" not in said

    def test_uses_only_its_parts_and_limits(self, kind: str, example: Example) -> None:
        assert example.typed.keys() <= set(KINDS[kind].parts(put(kind, example)))
        assert all(isinstance(value, KINDS[kind].limits[limit]) for limit, value in example.limits.items())


@pytest.mark.parametrize("kind", KINDS)
class TestAKind:
    def asked(self, kind: str, *, required: bool, language: str = "ja") -> Any:
        return ask(kind, language, required=required, options=OPTIONS if kind in WITH_OPTIONS else ())

    def test_nothing_typed_is_a_problem_where_an_answer_is_required(self, kind: str) -> None:
        question = self.asked(kind, required=True)
        for typed in ({}, dict.fromkeys(KINDS[kind].parts(question), " 　 ")):
            with pytest.raises(Problems) as caught:
                KINDS[kind].read(typed, question, TODAY)
            assert caught.value.found
            assert {problem.part for problem in caught.value.found} <= set(KINDS[kind].parts(question))

    def test_nothing_typed_is_nothing_kept_elsewhere(self, kind: str) -> None:
        if kind != "household":  # a person who is added is never empty
            assert KINDS[kind].read({}, self.asked(kind, required=False), TODAY) is None

    def test_nothing_kept_is_nothing_shown(self, kind: str) -> None:
        question = self.asked(kind, required=False)
        assert KINDS[kind].show(None, question, TODAY) == ()
        assert KINDS[kind].speak(None, question, TODAY) == ""
        assert KINDS[kind].export(None) is None

    def test_an_unknown_button_changes_nothing(self, kind: str) -> None:
        typed = {"value": "x"}
        assert KINDS[kind].assist(typed, self.asked(kind, required=True), "unknown") == Assisted(typed)

    @given(texts=st.lists(st.text(max_size=30), min_size=10, max_size=10), turn=st.integers(0, 3))
    def test_any_text_is_understood_or_answered_kindly(self, kind: str, texts: list[str], turn: int) -> None:
        language = in_turn([*KINDS].index(kind))[turn]
        question = self.asked(kind, required=True, language=language)
        typed = dict(zip(KINDS[kind].parts(question), texts, strict=False))
        try:
            value = KINDS[kind].read(typed, question, TODAY)
        except Problems as problems:
            messages = [words_for("ja")(problem.message) for problem in problems.found]
        else:
            messages = []
            lines = KINDS[kind].show(value, question, TODAY)
            assert lines
            assert all(len(line.splitlines()) <= 1 for line in lines), "letters and headers take lines only"
            json.dumps(KINDS[kind].export(value))
        assert not [message for message in messages if UNKIND.search(message)]
        assert all(message.endswith("。") for message in messages)

    def test_a_problem_keeps_the_residents_words_to_itself(self, kind: str) -> None:
        question = self.asked(kind, required=True)
        typed = dict.fromkeys(KINDS[kind].parts(question), "山田@@@")
        logged = ""
        try:
            KINDS[kind].read(typed, question, TODAY)
        except Problems as problems:
            logged = repr(problems)
        assert "山田" not in logged


def test_every_part_has_a_name_of_its_own() -> None:
    for kind, told in KINDS.items():
        parts = told.parts(ask(kind, options=OPTIONS))
        assert len(set(parts)) == len(parts)
