"""A whole amount: 1,000, １０万, 三千円."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.counting import JAPANESE, counted
from portal.language.numerals import number
from portal.language.width import narrow
from portal.language.words import Say, Words, say

YEN = "円"
MOST = 10**12
"""The largest amount where a question names none."""
COUNTED: Mapping[str, Callable[[Words, int], str]] = {
    "人": lambda words, n: words.count("{n}人", "{n}人", n),
    "通": lambda words, n: words.count("{n}通", "{n}通", n),
    "枚": lambda words, n: words.count("{n}枚", "{n}枚", n),
    "回": lambda words, n: words.count("{n}回", "{n}回", n),
}
"""Units whose words change with the number in other languages; any other unit is shown as the question names it."""
BESIDE = (say("円"), say("人"), say("通"), say("枚"), say("回"))
"""Units as they stand beside the box."""


class Amount(Kind):
    """Kept as an int of `unit` (円 where not told), from `least` (0) to `most`."""

    limits: ClassVar[Mapping[str, type]] = {"unit": str, "least": int, "most": int}
    examples = (
        Example({"value": "１０万"}, 100_000, ("100,000円",), "ジュウマンエン"),
        Example({"value": "1,000円"}, 1000, ("1,000円",), "センエン"),
        Example({"value": "三人"}, 3, ("3人",), "サンニン", limits={"unit": "人"}),
    )

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("「{question}」を数字で書いてください。", question=ask.name)),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        amount = number(_bare(typed["value"], _unit(ask)))
        if amount is None:
            message = say("「{question}」は、「1000」のように、数字だけで書いてください。", question=ask.name)
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
    """The amount with its unit, in the reader's language: 100,000円, 3人."""
    if unit in COUNTED:
        return COUNTED[unit](words, amount)
    return words(say("{amount}円") if unit == YEN else Say("{amount}" + unit), amount=f"{amount:,}")


def _unit(ask: Ask) -> str:
    return str(ask.limits.get("unit", YEN))


def _bare(text: str, unit: str) -> str:
    """Only the number: without ¥, 金, 也 and the unit people write around it."""
    plain = narrow(text).lstrip("¥\\金約 ")
    for after in ("くらい", "ぐらい", "也", ".-", "-", narrow(unit), "えん"):
        plain = plain.removesuffix(after)
    return plain


def _outside(amount: int, ask: Ask) -> Say | None:
    least, most = ask.limits.get("least", 0), ask.limits.get("most", MOST)
    unit, words = _unit(ask), ask.words
    if amount < least:
        smallest = shown(least, unit, words)
        return say("「{question}」は、{least}以上で書いてください。", question=ask.name, least=smallest)
    if amount > most:
        return say("「{question}」は、{most}までで書いてください。", question=ask.name, most=shown(most, unit, words))
    return None
