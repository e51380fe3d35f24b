"""Any number of several things."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from portal.answers.answer_type import Ask, Example, Option, Problem, Problems, Typed, Value
from portal.answers.choice import label
from portal.answers.kind import Kind
from portal.language.words import say

PICK = "pick-"


class Choices(Kind):
    """Kept as a list of option ids, in the order they are offered. Limits: `least`, `most` (how many)."""

    limits: ClassVar[Mapping[str, type]] = {"least": int, "most": int}
    examples = (
        Example(
            {"pick-cough": "on", "pick-fever": "on"},
            ["fever", "cough"],
            ("熱", "せき"),
            "熱、せき",
            options=(Option("fever", "熱"), Option("cough", "せき"), Option("pain", "いたみ")),
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return tuple(PICK + option.id for option in ask.options)

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem(self.parts(ask)[0], say("「{question}」の答えを、一つ以上選んでください。", question=ask.ask)),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        chosen = [option.id for option in ask.options if typed.get(PICK + option.id, "").strip()]
        least, most = ask.limits.get("least", 0), ask.limits.get("most", len(ask.options))
        if len(chosen) < least:
            message = say("「{question}」は、{least}つ以上選んでください。", question=ask.ask, least=least)
            raise Problems(Problem(self.parts(ask)[0], message))
        if len(chosen) > most:
            message = say("「{question}」で選べるのは、{most}つまでです。", question=ask.ask, most=most)
            raise Problems(Problem(self.parts(ask)[0], message))
        return chosen

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return ask.words.listed(self.lines(value, ask, today))

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return tuple(label(id, ask) for id in value)
