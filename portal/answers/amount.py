"""A whole amount: 1,000, １０万, 三千円."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.counting import JAPANESE, counted
from portal.language.numerals import number
from portal.language.width import narrow
from portal.language.words import Say, Words, say

YEN = "円"


class Amount(Kind):
    """Kept as an int of `unit` (円 where not told), from `least` to `most`."""

    limits: ClassVar[Mapping[str, type]] = {"unit": str, "least": int, "most": int}
    examples = (
        Example({"value": "１０万"}, 100_000, ("100,000円",), "ジュウマンエン"),
        Example({"value": "1,000円"}, 1000, ("1,000円",), "センエン"),
        Example({"value": "三人"}, 3, ("3人",), "サンニン", limits={"unit": "人"}),
    )

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("「{question}」を数字で書いてください。", question=ask.ask)),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        amount = number(_bare(typed["value"], _unit(ask)))
        if amount is None:
            message = say("「{question}」は、「1000」のように、数字だけで書いてください。", question=ask.ask)
            raise Problems(Problem("value", message))
        if beyond := _outside(amount, ask):
            raise Problems(Problem("value", beyond))
        return amount

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return (shown(value, _unit(ask), ask.words),)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        unit = _unit(ask)
        return counted(value, unit) if ask.words.language in JAPANESE else shown(value, unit, ask.words)


def shown(amount: int, unit: str, words: Words) -> str:
    """The amount with its unit, in the reader's language: 100,000円."""
    return words(say("{amount}{unit}"), amount=f"{amount:,}", unit=say("円") if unit == YEN else Say(unit))


def _unit(ask: Ask) -> str:
    return str(ask.limits.get("unit", YEN))


def _bare(text: str, unit: str) -> str:
    """Only the number: without ¥, 金, 也 and the unit people write around it."""
    plain = narrow(text).lstrip("¥\\金約 ")
    for after in ("くらい", "ぐらい", "也", ".-", "-", narrow(unit), "えん"):
        plain = plain.removesuffix(after)
    return plain


def _outside(amount: int, ask: Ask) -> Say | None:
    least, most, unit = ask.limits.get("least", 0), ask.limits.get("most", 10**12), _unit(ask)
    if amount < least:
        return say("「{question}」は、{least}以上で書いてください。", question=ask.ask, least=_said(least, unit))
    if amount > most:
        return say("「{question}」は、{most}までで書いてください。", question=ask.ask, most=_said(most, unit))
    return None


def _said(amount: int, unit: str) -> Say:
    return say("{amount}{unit}", amount=f"{amount:,}", unit=say("円") if unit == YEN else Say(unit))
