"""Dates for people: in both calendars, on the page and for a voice, in the reader's language; and ages."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from portal.language.counting import JAPANESE, day_reading
from portal.language.wareki import era_of, year_in
from portal.language.words import Words, say

JAPAN = ZoneInfo("Asia/Tokyo")
MONTHS = (
    *(say("1月"), say("2月"), say("3月"), say("4月"), say("5月"), say("6月")),
    *(say("7月"), say("8月"), say("9月"), say("10月"), say("11月"), say("12月")),
)


def shown(day: date, words: Words) -> str:
    """A day as 昭和10年4月1日（1935年）, in the words' language."""
    era = era_of(day)
    year = year_in(era, day)
    return words(
        say("{era}{era_year}年{month}{day}日（{year}年）"),
        era=era.name,
        era_year=say("元") if year == 1 else year,
        month=MONTHS[day.month - 1],
        day=day.day,
        year=day.year,
    )


def spoken(day: date, words: Words) -> str:
    """A day for a voice: readings in Japanese, the shown words in other languages."""
    return day_reading(day) if words.language in JAPANESE else shown(day, words)


def age(birth: date, today: date) -> int:
    """Full years on that day as people count them, from birthday to birthday.

    The law (年齢計算ニ関スル法律) adds the year as the day before ends; a rule about a limit must say which it means.
    """
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
