"""A whole amount: 1,000, １０万, 三千円."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.counting import JAPANESE, counted
from portal.language.numerals import in_kanji, number
from portal.language.replies.untold import is_none
from portal.language.width import narrow
from portal.language.words import Say, Words, say

YEN = "円"
MOST = 10**12
"""The largest amount where a question names none."""
LIKELY, LIKELY_COUNT = "1000", "2"
"""What an amount of money and a number of things may look like, for whoever wrote something else."""
COUNTED: Mapping[str, Callable[[Words, int], str]] = {
    "人": lambda words, n: words.count("{n}人", "{n}人", n),
    "通": lambda words, n: words.count("{n}通", "{n}通", n),
    "枚": lambda words, n: words.count("{n}枚", "{n}枚", n),
    "回": lambda words, n: words.count("{n}回", "{n}回", n),
}
"""Units whose words change with the number in other languages; any other unit is shown as the question names it."""
BESIDE = (say("円"), say("人"), say("通"), say("枚"), say("回"))
"""Units as they stand beside the box."""

_ROUND = re.compile("^(?:約|およそ|だいたい|大体|全部で|合計)")
_AFTER: tuple[str, ...] = (
    "。",
    "お願いします",
    "おねがいします",
    "ください",
    "です",
    "くらい",
    "ぐらい",
    "程度",
    "家族",
    "也",
)
_AFTER = ("。", *_AFTER, ".-", "-", "ー")
_NOTE = re.compile(r" ?\([^()0-9]{1,20}\)$")
_SAME_COUNT = {YEN: ("えん", "yen", "jpy"), "人": ("名", "名様", "にん"), "通": ("枚", "部", "つう"), "枚": ("まい",)}
_THINGS = ("つ", "個", "コ", "こ")
"""What counts anything, and so the same as the unit."""
_IN_KANA = {"なし": "0", "無し": "0", "ない": "0", "いない": "0", "いません": "0", "ありません": "0", "ゼロ": "0"}


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
            raise Problems(Problem("value", _in_digits(ask)))
        if beyond := _outside(amount, ask):
            raise Problems(Problem("value", beyond))
        return amount

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return (shown(value, _unit(ask), ask.words),)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        unit = _unit(ask)
        return counted(value, unit) if ask.words.language in JAPANESE else shown(value, unit, ask.words)


def _in_digits(ask: Ask) -> Say:
    like = LIKELY if _unit(ask) == YEN else LIKELY_COUNT
    return say("「{question}」は、「{like}」のように、数字だけで書いてください。", question=ask.name, like=like)


def shown(amount: int, unit: str, words: Words) -> str:
    """The amount with its unit, in the reader's language: 100,000円, 3人."""
    if unit in COUNTED:
        return COUNTED[unit](words, amount)
    return words(say("{amount}円") if unit == YEN else Say("{amount}" + unit), amount=words.figure(amount))


def _unit(ask: Ask) -> str:
    return str(ask.limits.get("unit", YEN))


def _bare(text: str, unit: str) -> str:
    """Only the number: without ¥, 金, 也, 約 and whatever counts the same thing as the unit."""
    plain = in_kanji(_ROUND.sub("", _NOTE.sub("", narrow(text)))).lstrip("¥\\金 ")
    for after in _AFTER:
        plain = plain.removesuffix(after).rstrip()
    counters = (narrow(unit), *_SAME_COUNT.get(unit, ())) + (() if unit == YEN else _THINGS)
    if plain in _IN_KANA or is_none(plain):
        return _IN_KANA.get(plain, "0")
    for counter in sorted(counters, key=len, reverse=True):
        if plain.lower().endswith(counter):
            return plain[: -len(counter)]
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
