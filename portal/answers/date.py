"""A day in any calendar people use: era by choice or in the text, every width, 元年, a whole date in the year's box."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from portal.answers.answer_type import Ask, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language import wareki, written_date
from portal.language.counting import JAPANESE, counted
from portal.language.dates import MONTHS, age, shown, spoken
from portal.language.wareki import BY_ID, EARLIEST, Era, NoSuchDay, OutsideEra
from portal.language.words import Say, Words, say

DATE_PARTS = ("era", "year", "month", "day")
WESTERN = "western"
OLDEST = 130
"""Years; nobody has lived longer, so a greater age is a slip."""


class Date(Kind):
    """Kept as an ISO date. Limits: `past` (not after today), `future` (not before today), `age` (shown too)."""

    limits: ClassVar[Mapping[str, type]] = {"past": bool, "future": bool, "age": bool}
    examples = (
        Example(
            {"era": "showa", "year": "１０", "month": "4", "day": "1"},
            "1935-04-01",
            ("昭和10年4月1日（1935年）",),
            "ショウワ ジュウネン、シガツ ツイタチ。センキュウヒャクサンジュウゴネン",
        ),
        Example(
            {"era": "", "year": "S10.4.1", "month": "", "day": ""},
            "1935-04-01",
            ("昭和10年4月1日（1935年）", "91歳"),
            "ショウワ ジュウネン、シガツ ツイタチ。センキュウヒャクサンジュウゴネン。キュウジュウイッサイ",
            limits={"past": True, "age": True},
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return DATE_PARTS

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("year", say("「{question}」の年、月、日を書いてください。", question=ask.name)),)

    def understood(self, typed: Typed, ask: Ask, today: datetime.date) -> Value:
        return read_date(typed, ask.limits, today).isoformat()

    def lines(self, value: Value, ask: Ask, today: datetime.date) -> tuple[str, ...]:
        day = datetime.date.fromisoformat(value)
        line = shown(day, ask.words)
        return (line, age_shown(day, today, ask.words)) if ask.limits.get("age") else (line,)

    def voice(self, value: Value, ask: Ask, today: datetime.date) -> str:
        day = datetime.date.fromisoformat(value)
        return birth_spoken(day, today, ask.words) if ask.limits.get("age") else spoken(day, ask.words)


def age_shown(birth: datetime.date, today: datetime.date, words: Words) -> str:
    """The age as people write it: 91歳."""
    return words(say("{age}歳"), age=age(birth, today))


def birth_spoken(birth: datetime.date, today: datetime.date, words: Words) -> str:
    """A birth date and the age as a voice says them."""
    if words.language in JAPANESE:
        return f"{spoken(birth, words)}。{counted(age(birth, today), '歳')}"
    return f"{spoken(birth, words)}, {age_shown(birth, today, words)}"


def read_date(typed: Typed, limits: Mapping[str, Any], today: datetime.date) -> datetime.date:
    """The day that was typed, within its limits; also used by household. Raises Problems."""
    era, year, month, day = _taken_apart(typed)
    found = _day(era, year, month, day)
    if message := _beyond(found, limits, today):
        raise Problems(Problem("year", message))
    return found


def _taken_apart(typed: Typed) -> tuple[Era | None, int, int, int]:
    """Era (None is the western calendar), year, month and day as numbers. Raises Problems for what cannot be read."""
    year, month, day = (typed.get(part, "").strip() for part in DATE_PARTS[1:])
    whole = written_date.whole(year) if not month and not day else None
    if whole:
        return _era(whole, typed), whole.year, whole.month, whole.day
    when = written_date.year(year)
    numbers = (when, written_date.part(month, "月"), written_date.part(day, "日"))
    missing = [
        Problem(part, message)
        for part, number, message in zip(DATE_PARTS[1:], numbers, _UNREAD, strict=True)
        if number is None
    ]
    if missing or when is None:
        raise Problems(*missing)
    return _era(when, typed), when.year, numbers[1] or 0, numbers[2] or 0


def _era(when: written_date.WrittenYear, typed: Typed) -> Era | None:
    """The era that was written, else the one chosen; a year of four digits needs none."""
    chosen = typed.get("era", "")
    if when.year >= 1000:
        return None
    if when.era or chosen in BY_ID:
        return when.era or BY_ID[chosen]
    if chosen == WESTERN:
        raise Problems(Problem("year", say("西暦の年は、4けたの数字で書いてください。")))
    raise Problems(Problem("era", say("年号を選んでください。西暦のときは、年を4けたで書いてください。")))


def _day(era: Era | None, year: int, month: int, day: int) -> datetime.date:
    if year > 9999 or (era is None and year < EARLIEST.year):
        raise Problems(Problem("year", _UNREAD[0] if year > 9999 else _TOO_EARLY))
    try:
        return wareki.day_of(era, year, month, day) if era else wareki.western_day(year, month, day)
    except NoSuchDay as error:
        if not error.last:
            raise Problems(Problem("month", _UNREAD[1])) from None
        message = say("{month}は、{last}日までです。日を見なおしてください。", month=MONTHS[month - 1], last=error.last)
        raise Problems(Problem("day", message)) from None
    except OutsideEra as error:
        raise Problems(Problem("era", _other_era(era, year, error.day))) from None


def _other_era(era: Era | None, year: int, day: datetime.date) -> Say:
    """The way out of an era's date that never was: the era that day really lies in."""
    if era is None or day < EARLIEST:
        return _TOO_EARLY
    right = wareki.era_of(day)
    right_year = wareki.year_in(right, day)
    return say(
        "{era}{year}年{month}{day}日という日は、ありません。同じ日は、{right}{right_year}年です。"
        "年号を「{right}」に、年を「{right_year}」に、なおしてください。",
        era=era.name,
        year=year,
        month=MONTHS[day.month - 1],
        day=day.day,
        right=right.name,
        right_year=say("元") if right_year == 1 else right_year,
    )


def _beyond(day: datetime.date, limits: Mapping[str, Any], today: datetime.date) -> Say | None:
    if limits.get("past") and day > today:
        return say("まだ来ていない日です。今日か、今日より前の日を書いてください。")
    if limits.get("future") and day < today:
        return say("もう過ぎた日です。今日か、今日より後の日を書いてください。")
    if limits.get("age") and age(day, today) > OLDEST:
        return say("このままだと{age}歳になります。年号と年を、もう一度見てください。", age=age(day, today))
    return None


_UNREAD = (
    say("年を数字で書いてください。「10」や「元」のように書けます。"),
    say("月を、1から12までの数字で書いてください。"),
    say("日を、1から31までの数字で書いてください。"),
)
_TOO_EARLY = say("明治6年（1873年）より後の日を書いてください。年号と年を、もう一度見てください。")
