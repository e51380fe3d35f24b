"""A typed date: era, year, month and day in their boxes, or the whole of it in any one of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from portal.answers.answer_type import Problem, Problems, Typed
from portal.language import wareki, written_date
from portal.language.dates import MONTHS, age, edges
from portal.language.wareki import BY_ID, EARLIEST, Era, NoSuchDay, OutsideEra
from portal.language.words import Say, say
from portal.language.written_date import UNKNOWN, WrittenDate, WrittenYear

DATE_PARTS = ("era", "year", "month", "day")
WESTERN = "western"
OLDEST = 120
"""Years; one person in the world has lived longer, so a greater age is a slip."""
_MOST_OF_AN_ERA = 199
"""Years of an era that are looked for in the next ones; beyond it is no year of an era."""
_SHORTEST = 5
"""Signs of the shortest whole date, 9.1.8."""


def read_date(typed: Typed, limits: Mapping[str, Any], today: date) -> date:
    """The day that was typed, within its limits. Raises Problems."""
    return date.fromisoformat(read_known({**typed}, {**limits, "unknown": False}, today))


def read_known(typed: Typed, limits: Mapping[str, Any], today: date) -> str:
    """The day that was typed as ISO text, without month or day where they may be unknown. Raises Problems."""
    written = _taken_apart(typed, limits, today)
    era = _era(written, typed)
    known = _known(era, written, limits)
    first, last = edges(known)
    if written.beside and written.beside != first.year:
        raise Problems(Problem("year", say("年号の年と、かっこの中の年が合いません。どちらか一つを書いてください。")))
    if message := _beyond((first, last), limits, today):
        raise Problems(Problem("year", message))
    return known


def _taken_apart(typed: Typed, limits: Mapping[str, Any], today: date) -> WrittenDate:
    """Year, month and day as numbers. Raises Problems for what cannot be read."""
    texts = {part: typed.get(part, "").strip() for part in DATE_PARTS[1:]}
    if whole := _whole(texts, limits, today):
        return whole
    if split := _joined(texts):
        return split
    when = written_date.year(texts["year"])
    month, day = written_date.part(texts["month"], "月"), written_date.part(texts["day"], "日")
    if when is None or month is None or day is None:
        raise Problems(*_unread(texts, (when, month, day), limits))
    return WrittenDate(when.era, when.year, month, day)


def _whole(texts: Mapping[str, str], limits: Mapping[str, Any], today: date) -> WrittenDate | None:
    """The whole date that stands in one box; what stands in the others must say the same. Raises Problems."""
    for part, text in texts.items():
        found = written_date.whole(text) if len(text) >= _SHORTEST else None
        others = {other: text for other, text in texts.items() if other != part and text}
        if found is None and not others and not limits.get("age"):
            found = _from_today(text, today)
        if found is None:
            continue
        for other, sign, said in (("month", "月", found.month), ("day", "日", found.day)):
            if other in others and written_date.part(others[other], sign) != said:
                raise Problems(Problem(other, _TWICE))
        if "year" in others and (year := written_date.year(others["year"])) and year.year != found.year:
            raise Problems(Problem("year", _TWICE))
        return found
    return None


def _from_today(text: str, today: date) -> WrittenDate | None:
    away = written_date.days_away(text)
    day = today + timedelta(days=away) if away is not None else None
    return WrittenDate(None, day.year, day.month, day.day) if day else None


def _joined(texts: Mapping[str, str]) -> WrittenDate | None:
    """Two of the three in one box: 昭和10年4月 and 1, or 昭和10 and 4月1日."""
    if texts["day"] and not texts["month"] and (both := written_date.year_month(texts["year"])):
        day = written_date.part(texts["day"], "日")
        return WrittenDate(both[0].era, both[0].year, both[1], day) if day is not None else None
    alone = texts["month"] or texts["day"]
    if texts["year"] and not (texts["month"] and texts["day"]) and (pair := written_date.month_day(alone)):
        year = written_date.year(texts["year"])
        return WrittenDate(year.era, year.year, *pair) if year else None
    return None


def _unread(
    texts: Mapping[str, str], read: tuple[WrittenYear | None, int | None, int | None], limits: Mapping[str, Any]
) -> list[Problem]:
    """Every box that could not be read."""
    (year, month, day), filled = read, [part for part, text in texts.items() if text]
    ways = _OR_UNKNOWN if limits.get("unknown") else _UNREAD
    if len(filled) == 1 and len(texts[filled[0]]) >= _SHORTEST and (year is None or year.year > 9999):
        no_day = filled[0] == "year" and written_date.year_month(texts["year"])
        return [Problem("day", ways["day"])] if no_day else [Problem(filled[0], _WHOLE_UNREAD)]
    return [Problem(part, ways[part]) for part, one in zip(_UNREAD, (year, month, day), strict=True) if one is None]


def _era(when: WrittenDate, typed: Typed) -> Era | None:
    """The era that was written, else the one chosen; a year of four digits needs none."""
    chosen = typed.get("era", "")
    if when.year >= 1000:
        return None
    if when.era or chosen in BY_ID:
        return when.era or BY_ID[chosen]
    if chosen == WESTERN:
        raise Problems(Problem("year", say("西暦の年は、4けたの数字で書いてください。")))
    raise Problems(Problem("era", say("年号を選んでください。西暦のときは、年を4けたで書いてください。")))


def _known(era: Era | None, when: WrittenDate, limits: Mapping[str, Any]) -> str:
    """The ISO text of a date that exists. Raises Problems."""
    if not 0 <= when.year <= (_MOST_OF_AN_ERA if era else 9999):
        raise Problems(Problem("year", _UNREAD["year"]))
    if era is None and when.year < EARLIEST.year:
        raise Problems(Problem("year", _TOO_EARLY))
    if UNKNOWN in (when.month, when.day):
        return _partly(era, when, limits)
    return _day(era, when).isoformat()


def _partly(era: Era | None, when: WrittenDate, limits: Mapping[str, Any]) -> str:
    if not limits.get("unknown") or when.day != UNKNOWN:
        part = "day" if when.day == UNKNOWN and when.month != UNKNOWN else "month"
        raise Problems(Problem(part, _NEEDED))
    month = 1 if when.month == UNKNOWN else when.month
    _day(None, replace(when, year=(year := _western(era, when)), month=month, day=1))
    known = f"{year:04}" if when.month == UNKNOWN else f"{year:04}-{when.month:02}"
    first, last = edges(known)
    if era and (first < EARLIEST or era not in (wareki.era_of(first), wareki.era_of(last))):
        raise Problems(Problem("era", _other_era(era, when.year, first)))
    return known


def written_era(typed: Typed) -> Era | None:
    """The era that is written in a box beside another one that is chosen; None where they do not differ."""
    texts = [text for part in DATE_PARTS[1:] if not (text := typed.get(part, "").strip()).isdecimal()]
    found = [written_date.whole(text) or written_date.year(text) for text in texts]
    chosen = BY_ID.get(typed.get("era", ""))
    return next((one.era for one in found if one and one.era and chosen not in (None, one.era)), None)


def _western(era: Era | None, when: WrittenDate) -> int:
    return era.begins.year + when.year - 1 if era else when.year


def _day(era: Era | None, when: WrittenDate) -> datetime.date:
    year, month, day = when.year, when.month, when.day
    try:
        return wareki.day_of(era, year, month, day) if era else wareki.western_day(year, month, day)
    except NoSuchDay as error:
        if not error.last:
            raise Problems(Problem("month", _UNREAD["month"])) from None
        message = say("{month}は、{last}日までです。日を見直してください。", month=MONTHS[month - 1], last=error.last)
        raise Problems(Problem("day", message)) from None
    except OutsideEra as error:
        raise Problems(Problem("era", _other_era(era, year, error.day))) from None


def _other_era(era: Era | None, year: int, day: date) -> Say:
    """The way out of an era's date that never was: the era that day really lies in."""
    if era is None or day < EARLIEST:
        return _TOO_EARLY
    right = wareki.era_of(day)
    right_year = wareki.year_in(right, day)
    return say(
        "{era}{year}年{month}{day}日という日は、ありません。同じ日は、{right}{right_year}年です。"
        "年号を「{right}」に、年を「{right_year}」に、直してください。",
        era=era.name,
        year=year,
        month=MONTHS[day.month - 1],
        day=day.day,
        right=right.name,
        right_year=say("元") if right_year == 1 else right_year,
    )


def _beyond(days: tuple[date, date], limits: Mapping[str, Any], today: date) -> Say | None:
    first, last = days
    if limits.get("past") and first > today:
        return say("まだ来ていない日です。今日か、今日より前の日を書いてください。")
    if limits.get("future") and last < today:
        return say("もう過ぎた日です。今日か、今日より後の日を書いてください。")
    if limits.get("age") and age(last, today) > OLDEST:
        return say("このままだと{age}歳になります。年号と年を、もう一度見てください。", age=age(last, today))
    return None


_UNREAD = {
    "year": say("年を数字で書いてください。「10」や「元」のように書けます。"),
    "month": say("月を、1から12までの数字で書いてください。"),
    "day": say("日を、1から31までの数字で書いてください。"),
}
_OR_UNKNOWN = {
    **_UNREAD,
    "month": say("月を数字で書いてください。わからないときは、「わからない」と書いてください。"),
    "day": say("日を数字で書いてください。わからないときは、「わからない」と書いてください。"),
}
_WHOLE_UNREAD = say("日付を読みとれませんでした。「昭和10年4月1日」のように、年、月、日の順に書いてください。")
_TWICE = say("ほかのところに書いた日付とちがいます。どちらが正しいか、見直してください。")
_NEEDED = say("月と日も書いてください。わからないときは、役所に電話してください。いっしょに調べます。")
_TOO_EARLY = say("明治6年（1873年）より後の日を書いてください。年号と年を、もう一度見てください。")
