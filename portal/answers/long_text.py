"""A text of several lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.answers.text import outside
from portal.language.width import letters


class LongText(Kind):
    """Kept as typed with its line breaks, without spaces outside."""

    longest = 20_000
    limits: ClassVar[Mapping[str, type]] = {"least": int, "most": int}
    examples = (
        Example(
            {"value": "足がわるいです。\r\n電話でお願いします。\r\n"},
            "足がわるいです。\n電話でお願いします。",
            ("足がわるいです。", "電話でお願いします。"),
            "足がわるいです。\n電話でお願いします。",
        ),
    )

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        text = "\n".join(typed["value"].splitlines()).strip()
        if message := outside(letters(text), ask):
            raise Problems(Problem("value", message))
        return text

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return tuple(str(value).split("\n"))

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return str(value)
