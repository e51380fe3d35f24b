"""A short text on one line; with the limit `digits`, a number of so many digits in any width."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind, one_line
from portal.language.counting import one_by_one
from portal.language.width import digits, letters, narrow
from portal.language.words import Say, say

_HEADING = re.compile("^(?:.{0,10}番号|no\\.?)[は: ]*", re.IGNORECASE)


class Text(Kind):
    """Kept as typed, without spaces outside; the length counts letters as a reader sees them."""

    longest = 20_000
    limits: ClassVar[Mapping[str, type]] = {"least": int, "most": int, "digits": int}
    examples = (
        Example({"value": " 髙橋さんの となり "}, "髙橋さんの となり", ("髙橋さんの となり",), "髙橋さんの となり"),
        Example(
            {"value": "１２３ー４５６"}, "123456", ("123456",), "イチ ニイ サン ヨン ゴオ ロク", limits={"digits": 6}
        ),
    )

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        if count := ask.limits.get("digits"):
            return number_of(count, typed["value"], ask)
        text = one_line(typed["value"])
        if message := outside(letters(text), ask):
            raise Problems(Problem("value", message))
        return text

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return one_by_one(value, ask.words.language) if ask.limits.get("digits") else str(value)


def number_of(count: int, text: str, ask: Ask) -> str:
    """Exactly so many digits, whatever width and dashes. Raises Problems."""
    number = digits(_HEADING.sub("", narrow(text)))
    if not number.isdecimal() or len(number) != count:
        message = say("「{question}」は、{digits}けたの数字で書いてください。", question=ask.name, digits=count)
        raise Problems(Problem("value", message))
    return number


def outside(n: int, ask: Ask) -> Say | None:
    """What to say where a text of n letters is too short or too long."""
    least, most = ask.limits.get("least", 0), ask.limits.get("most", 10_000)
    if n > most:
        return say(
            "「{question}」は、{most}文字までで書いてください。いまは{n}文字です。", question=ask.name, most=most, n=n
        )
    if n < least:
        return say(
            "「{question}」は、{least}文字以上で書いてください。いまは{n}文字です。",
            question=ask.name,
            least=least,
            n=n,
        )
    return None
