"""Whatever is typed, a reader answers: with a value that can be shown and said, or with problems; and never slowly."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from re import _parser  # type: ignore[attr-defined]
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import portal.answers
import portal.language
import portal.registries
from portal.answers import KINDS
from portal.answers.answer_type import Option, Problems
from portal.language.words import CODES, words_for
from tests.answers.given import TODAY, ask

CHOOSING = {"choice", "choices", "household"}
OPTIONS = (Option("a", "ひとつめ"), Option("child", "子"))
NEAR = "0123456789０１２ー－-‐−〒.,、。・/（）()＠@: 　年月日昭和平成令西暦元不詳番地号丁目東京都千代田区銀行支店普通様"
NEAR += "山田やまだヤマﾀﾞaZ\u3099\U000e0100\u200d"
TEXTS = st.one_of(st.text(max_size=40), st.text(alphabet=NEAR, max_size=40), st.text(alphabet=NEAR, max_size=6))
EVERY_SIGN = st.text(st.characters(), max_size=40)
"""Lone surrogates and signs of no plane in use are among them."""


def question(kind: str, language: str = "ja", **limits: Any) -> Any:
    """A question of a kind with everything it may need."""
    return ask(kind, language, options=OPTIONS if kind in CHOOSING else (), limits=limits, required=True)


@pytest.mark.parametrize("kind", KINDS)
class TestAKind:
    def read(self, kind: str, typed: Mapping[str, str], put: Any) -> tuple[Any, Problems | None]:
        """The value, or the problems."""
        try:
            return KINDS[kind].read(typed, put, TODAY), None
        except Problems as problems:
            return None, problems

    @settings(max_examples=60)
    @given(texts=st.lists(st.one_of(TEXTS, EVERY_SIGN), min_size=10, max_size=10), language=st.sampled_from([*CODES]))
    def test_answers_any_text(self, kind: str, texts: list[str], language: str) -> None:
        limits = {"age": True, "past": True, "unknown": True} if kind == "date" else {}
        put = question(kind, language, **limits)
        typed = dict(zip(KINDS[kind].parts(put), texts, strict=False))
        value, found = self.read(kind, typed, put)
        assert all(words_for(language)(problem.message) for problem in (found.found if found else ()))
        if found:
            return
        told = [words_for(language)(doubt.message) for doubt in KINDS[kind].doubts(value, put, TODAY)]
        assert all(told)
        assert all(KINDS[kind].show(value, put, TODAY))
        assert KINDS[kind].speak(value, put, TODAY)
        json.dumps(KINDS[kind].export(value))

    @given(texts=st.lists(TEXTS, min_size=10, max_size=10))
    def test_leaves_what_was_typed_alone(self, kind: str, texts: list[str]) -> None:
        put = question(kind)
        typed = dict(zip(KINDS[kind].parts(put), texts, strict=False))
        _, found = self.read(kind, MappingProxyType(typed), put)
        assert not found or found.help is None or found.help.typed == typed
        for verb in KINDS[kind].assists:
            page = KINDS[kind].assist(MappingProxyType(typed), put, verb)
            assert page.typed.keys() >= typed.keys()

    def test_looks_at_no_text_that_is_far_too_long(self, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
        put = question(kind)
        looked = list[str]()
        monkeypatch.setattr(type(KINDS[kind]), "understood", lambda *_: looked.append("looked"))
        for sign in "1あー （":
            typed = dict.fromkeys(KINDS[kind].parts(put), sign * 100_001)
            with pytest.raises(Problems) as caught:
                KINDS[kind].read(typed, put, TODAY)
            assert caught.value.found
        assert not looked


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every regular expression the readers are made of."""
    for room in (portal.answers, portal.language, portal.registries):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    yield f"{module.name}.{name}", value


def deepest(tree: Any, inside: bool = False) -> bool:
    """Whether a repetition without end stands within another one, which may take ages over a long text."""
    for name, value in tree:
        endless = str(name) in {"MAX_REPEAT", "MIN_REPEAT"} and value[1] == _parser.MAXREPEAT
        if endless and inside:
            return True
        parts = value if isinstance(value, tuple | list) else (value,)
        for part in parts:
            trees = part if isinstance(part, list) else [part]
            if any(deepest(one, inside or endless) for one in trees if isinstance(one, _parser.SubPattern)):
                return True
    return False


def test_no_pattern_repeats_a_repetition() -> None:
    assert deepest(_parser.parse("(?:a+b?)+"))
    assert not deepest(_parser.parse("a+(?:b{1,9}c)+"))
    assert not [name for name, pattern in patterns() if deepest(_parser.parse(pattern.pattern, pattern.flags))]
