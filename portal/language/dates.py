"""Dates for people: in both calendars, on the page and for a voice, in the reader's language; and ages.

Where the month or the day is not known (不詳), a date is its ISO text without them: 1935-04, 1935.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

from portal.language.counting import JAPANESE, counted, day_reading, month_reading, year_reading
from portal.language.wareki import era_of, year_in
from portal.language.words import Say, Words, meant, say

JAPAN = ZoneInfo("Asia/Tokyo")
MONTHS = (
    *(say("1月"), say("2月"), say("3月"), say("4月"), say("5月"), say("6月")),
    *(say("7月"), say("8月"), say("9月"), say("10月"), say("11月"), say("12月")),
)

WEEKDAYS = (
    *(meant("日付の中", "月曜日"), meant("日付の中", "火曜日"), meant("日付の中", "水曜日")),
    *(meant("日付の中", "木曜日"), meant("日付の中", "金曜日"), meant("日付の中", "土曜日")),
    meant("日付の中", "日曜日"),
)
"""Within a date, where many languages write them small; a choice begins with a capital."""


def shown(day: date, words: Words) -> str:
    """A day as 昭和10年4月1日（1935年）, in the words' language."""
    return _told(say("{era}{era_year}年{month}{day}日（{year}年）"), day, words)


def hour_shown(moment: datetime, words: Words) -> str:
    """A day of this year and the hour, as clocks in Japan show it: 11月29日 午前10時; elsewhere 29 November, 10:00."""
    there = moment.astimezone(JAPAN)
    if words.language in JAPANESE:
        return f"{there.month}月{there.day}日 {_half_day(there)}"
    return words(say("{month}{day}日 {hour}時"), month=MONTHS[there.month - 1], day=there.day, hour=there.hour)


def until_shown(moment: datetime, words: Words) -> str:
    """A day in both calendars and the hour before: 令和8年12月3日（2026年）の午後3時; no minute more is promised."""
    there = moment.astimezone(JAPAN)
    day = shown(there.date(), words)
    if words.language in JAPANESE:
        return f"{day}の{_half_day(there)}"
    return words(say("{date}の{hour}時"), date=day, hour=there.hour)


def minute_shown(moment: datetime, words: Words) -> str:
    """A moment in both calendars, to the minute: 令和8年12月3日（2026年） 午後3時52分; elsewhere 15:52."""
    there = moment.astimezone(JAPAN)
    clock = clock_shown(there) if words.language in JAPANESE else f"{there:%H:%M}"
    return f"{shown(there.date(), words)} {clock}"


def clock_shown(there: datetime) -> str:
    """A time in Japanese as people say it, by the clock it is given in: 午前3時5分, and 午前3時 on the hour."""
    return f"{_half_day(there)}{there.minute}分" if there.minute else _half_day(there)


def _half_day(there: datetime) -> str:
    return f"{'午前' if there.hour < 12 else '午後'}{there.hour % 12}時"


def soon_shown(day: date, words: Words) -> str:
    """A day of the next weeks with its weekday: 11月25日 水曜日."""
    told = say("{month}{day}日 {weekday}")
    return words(told, month=MONTHS[day.month - 1], day=day.day, weekday=WEEKDAYS[day.weekday()])


def spoken(day: date, words: Words) -> str:
    """A day for a voice: readings in Japanese, the shown words in other languages."""
    return day_reading(day) if words.language in JAPANESE else shown(day, words)


def age(birth: date, today: date) -> int:
    """Full years on that day as people count them, from birthday to birthday.

    The law (年齢計算ニ関スル法律) adds the year as the day before ends; a rule about a limit must say which it means.
    """
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def edges(known: str) -> tuple[date, date]:
    """The first and the last day that an ISO text may mean: both the same for a whole date."""
    year, month, day = (*map(int, known.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    last = month or 12
    return date(year, month or 1, 1), date(year, last, monthrange(year, last)[1])


def shown_partly(known: str, words: Words) -> str:
    """A month or a year as 昭和10年4月（1935年）、日はわからない; a year of two eras by both names."""
    days = edges(known)
    if days[0].month == days[1].month:
        month = say("{era}{era_year}年{month}（{year}年）")
        months = _either([_told(month, day, words) for day in days], words)
        return words(say("{when}、日はわからない"), when=months)
    years = _either([_told(say("{era}{era_year}年（{year}年）"), day, words) for day in days], words)
    return words(say("{when}、月日はわからない"), when=years)


def spoken_partly(known: str, words: Words) -> str:
    """The same for a voice."""
    if words.language not in JAPANESE:
        return shown_partly(known, words)
    first, last = edges(known)
    years = "、".join(dict.fromkeys(map(year_reading, (first, last))))
    if first.month == last.month:
        return f"{years}、{month_reading(first.month)}。{counted(first.year, '年')}。日は わからない"
    return f"{years}。{counted(first.year, '年')}。月日は わからない"


def _either(names: list[str], words: Words) -> str:
    """A time by the one name it has, or by both."""
    one, other = names
    return one if one == other else words(say("{one}・{other}"), one=one, other=other)


def _told(sentence: Say, day: date, words: Words) -> str:
    era = era_of(day)
    year = year_in(era, day)
    told: dict[str, object] = {"era": era.name, "era_year": say("元") if year == 1 else year, "year": day.year}
    return words(sentence, month=MONTHS[day.month - 1], day=day.day, **told)
