"""Yes or no."""

from __future__ import annotations

from datetime import date

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.width import narrow
from portal.language.words import say

ANSWERS = {"yes": True, "no": False}
_SAID = ANSWERS | {"はい": True, "いいえ": False, "ハイ": True, "イイエ": False, "y": True, "n": False}
_SAID |= {"うん": True, "ええ": True, "○": True, "◯": True, "いえ": False, "ちがいます": False, "×": False}
"""As people say it where they type."""


class YesNo(Kind):
    """Kept as true or false."""

    examples = (
        Example({"value": "yes"}, True, ("はい",), "はい"),
        Example({"value": "no"}, False, ("いいえ",), "いいえ"),
    )

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("「{question}」に、「はい」か「いいえ」で答えてください。", question=ask.ask)),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        try:
            return _SAID[narrow(typed["value"]).rstrip("。.").lower()]
        except KeyError:
            raise Problems(*self.missing(ask)) from None

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return (ask.words(say("はい") if value else say("いいえ")),)
