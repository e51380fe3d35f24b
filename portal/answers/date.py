"""A day in any calendar people use: era by choice or in the text, every width, 元年, a whole date in any one box."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from portal.answers.answer_type import Ask, Doubt, Example, Problem, Typed, Value
from portal.answers.kind import Kind
from portal.answers.typed_date import DATE_PARTS, read_known, written_era
from portal.language.counting import JAPANESE, counted
from portal.language.dates import age, edges, shown, shown_partly, spoken, spoken_partly
from portal.language.words import Words, say

HARDLY = 110
"""Years; in Japan about a hundred people are older, and a wrong era makes many so."""
FAR = 10
"""Years ahead that hardly any wish is for."""


class Date(Kind):
    """Kept as an ISO date. Limits: `past` (not after today), `future` (not before today), `age` (shown too).

    The limit `unknown` lets month or day be told as not known (不詳): the date is kept without them, 1935-04 or 1935.
    """

    limits: ClassVar[Mapping[str, type]] = {"past": bool, "future": bool, "age": bool, "unknown": bool}
    examples = (
        Example(
            {"era": "showa", "year": "１０", "month": "4", "day": "1"},
            "1935-04-01",
            ("昭和10年4月1日（1935年）",),
            "ショウワ ジュウネン、シガツ ツイタチ。センキュウヒャクサンジュウゴネン",
        ),
        Example(
            {"era": "showa", "year": "10", "month": "4", "day": "不詳"},
            "1935-04",
            ("昭和10年4月（1935年）、日はわからない",),
            "ショウワ ジュウネン、シガツ。センキュウヒャクサンジュウゴネン。日は わからない",
            limits={"past": True, "unknown": True},
        ),
        Example(
            {"era": "", "year": "S10.4.1", "month": "", "day": ""},
            "1935-04-01",
            ("昭和10年4月1日（1935年）、91歳",),
            "ショウワ ジュウネン、シガツ ツイタチ。センキュウヒャクサンジュウゴネン。キュウジュウイッサイ",
            limits={"past": True, "age": True},
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return DATE_PARTS

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("year", say("「{question}」の年、月、日を書いてください。", question=ask.name)),)

    def understood(self, typed: Typed, ask: Ask, today: datetime.date) -> Value:
        return read_known(typed, ask.limits, today)

    def doubtful(self, value: Value, ask: Ask, today: datetime.date) -> tuple[Doubt, ...]:
        return tuple(doubts_about(value, ask.limits, today))

    def unsure(self, value: Value, typed: Typed) -> tuple[Doubt, ...]:
        return tuple(doubts_as_typed(typed))

    def lines(self, value: Value, ask: Ask, today: datetime.date) -> tuple[str, ...]:
        return (birth_shown(value, today, ask.words) if ask.limits.get("age") else day_shown(value, ask.words),)

    def voice(self, value: Value, ask: Ask, today: datetime.date) -> str:
        return birth_spoken(value, today, ask.words) if ask.limits.get("age") else day_spoken(value, ask.words)


def day_shown(known: str, words: Words) -> str:
    """A kept date as people write it: 昭和10年4月1日（1935年）."""
    day, last = edges(known)
    return shown(day, words) if day == last else shown_partly(known, words)


def day_spoken(known: str, words: Words) -> str:
    """A kept date as a voice says it."""
    day, last = edges(known)
    return spoken(day, words) if day == last else spoken_partly(known, words)


def age_shown(known: str, today: datetime.date, words: Words) -> str:
    """The age as people write it: 91歳; 90歳か91歳 where the birthday is not known."""
    least, most = ages(known, today)
    if least == most:
        return words(say("{age}歳"), age=most)
    return words(say("{younger}歳か{older}歳"), younger=least, older=most)


def birth_shown(known: str, today: datetime.date, words: Words) -> str:
    """A birth date with the age: 昭和10年4月1日（1935年）、91歳."""
    return words(say("{date}、{age}"), date=day_shown(known, words), age=age_shown(known, today, words))


def birth_spoken(known: str, today: datetime.date, words: Words) -> str:
    """A birth date and the age as a voice says them."""
    if words.language not in JAPANESE:
        return birth_shown(known, today, words)
    said = "か ".join(dict.fromkeys(counted(years, "歳") for years in ages(known, today)))
    return f"{day_spoken(known, words)}。{said}"


def ages(known: str, today: datetime.date) -> tuple[int, int]:
    """The least and the most years that somebody born then has."""
    first, last = edges(known)
    return age(min(last, today), today), age(first, today)


def doubts_about(known: str, limits: Mapping[str, Any], today: datetime.date) -> list[Doubt]:
    """What may be amiss with a day, by what it is asked for."""
    first, last = edges(known)
    if limits.get("age") and age(last, today) > HARDLY:
        message = say("{age}歳になります。年号と年が合っているか、もう一度見てください。", age=age(first, today))
        return [Doubt("year", message, "very-old")]
    if limits.get("future") and age(today, first) >= FAR:
        return [Doubt("year", say("まだ何年も先の日です。年が合っているか、もう一度見てください。"), "far-ahead")]
    return []


def doubts_as_typed(typed: Typed) -> Iterator[Doubt]:
    """Two eras: the one that is written counts, and one is told so."""
    if era := written_era(typed):
        message = say("書いてあるとおり、年号を「{era}」にしました。正しいか、もう一度見てください。", era=era.name)
        yield Doubt("era", message, "era-differs")
