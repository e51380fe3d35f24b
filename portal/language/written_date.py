"""Written dates: 昭和10年4月1日, S10.4.1, 昭10-4-1, 1935/4/1, 昭和十年四月一日, 19350401, 1 April 1935, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from portal.language.numerals import in_kanji, number
from portal.language.replies import untold
from portal.language.wareki import ERAS, Era
from portal.language.width import like_digits, narrow

MOST = 60
"""Signs of a date with everything people put around it; a longer text is no date."""
UNKNOWN = -1
"""Stands for a month or a day that is written as not known (不詳)."""
_NAMES = {name: era for era in ERAS for name in (era.name.text, era.name.text[0], era.letter, era.id.upper())}
_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6}
_MONTHS |= {"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
_DAYS_AWAY = {"きょう": 0, "今日": 0, "本日": 0, "today": 0, "きのう": -1, "昨日": -1, "yesterday": -1}
_DAYS_AWAY |= {"おととい": -2, "一昨日": -2, "あした": 1, "あす": 1, "明日": 1, "tomorrow": 1}
_DAYS_AWAY |= {"あさって": 2, "明後日": 2}
NOT_KNOWN = (
    "不詳|不明|ふしょう|ふめい|(?:わか|分か|判|解)(?:ら(?:ない|ず)|りません)|(?:忘れ|わすれ)(?:た|ました)"
    "|(?:覚え|憶え|おぼえ)て(?:い)?(?:ない|ません)|(?:知|し)(?:らない|りません)|\\?+|" + untold.NOT_KNOWN
)
"""What people write who do not know, as a pattern."""
_ERA = "(?:(明治?|大正?|昭和?|平成?|令和?|西暦|meiji|taisho|showa|heisei|reiwa|[MTSHR])[-.ー]? ?)?"
_FIRST = ("元", "원", "gannen")
"""The first year of an era; Korean writes 元 as 원."""
_NUMBER = f"([0-9]+|{'|'.join(_FIRST)}|[〇零一二三四五六七八九十百千壱壹弐貳参參肆伍陸漆捌玖拾廿卄卅丗]+)"
_THEN = " ?(?:{sign}?[-./,・、の]|{sign}の?| (?=[0-9])) ?"
_AND = {sign: _THEN.format(sign=sign) for sign in "年月"}
_WHOLE = re.compile(_ERA + _NUMBER + _AND["年"] + _NUMBER + _AND["月"] + _NUMBER + " ?[日号か]?", re.IGNORECASE)
_YEAR = re.compile(_ERA + _NUMBER + " ?年?", re.IGNORECASE)
_YEAR_MONTH = re.compile(_ERA + _NUMBER + _AND["年"] + _NUMBER + " ?月?", re.IGNORECASE)
_MONTH_DAY = re.compile(_NUMBER + "(?: ?月の? ?|[-./の])" + _NUMBER + " ?[日か]?")
_DAY = re.compile(_NUMBER + "月 ?" + _NUMBER + " ?日")
_FOUR_DIGITS = re.compile("(0[1-9]|1[0-2])([0-3][0-9])")
_TOGETHER = re.compile(_ERA + "([0-9]{4}|[0-9]{2})([0-9]{2})([0-9]{2})", re.IGNORECASE)
_NUMBERS_ONLY = re.compile("([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})")
_IN_ENGLISH = re.compile("(?:([0-9]{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})(?: ([0-9]{1,2})(?:st|nd|rd|th)?)? ([0-9]{4})")
_BETWEEN = re.compile("[,./-]")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_QUOTES = str.maketrans(dict.fromkeys("「」『』“”\"'", " "))
_BEFORE = re.compile(
    "^(?:(?:わたし|わたくし|私|本人)[はの、]? ?)?(?:(?:生年月日|誕生日|たんじょうび|生まれ)[は:]? ?)?"
    "(?:満?[0-9]{1,3} ?[歳才][、,]? ?)?"
)
_AGE = r"(?:[、,]? ?満?[0-9]{1,3} ?(?:[歳才]|さい)|,? aged [0-9]{1,3})?"
_SIGN = "(?:[・、, ]?[子丑寅卯辰巳午未申酉戌亥](?:年|どし))?"
"""The animal of the year, which many of the old add."""
_AFTER = re.compile(
    _AGE + _SIGN + r"(?: ?(?:生まれ|生れ|うまれ|生|頃|ごろ)の?)?" + _AGE + _SIGN + r"(?: ?です)?[。、,.;・]*$"
)
_LAST_NOT_KNOWN = re.compile(f"[、,]? ?(?:月日|月と日|日)?[はが]? ?(?:{NOT_KNOWN})(?:月日|日)?$", re.IGNORECASE)
_WEEKDAY = re.compile("[日月火水木金土]曜日?$")


@dataclass(frozen=True)
class WrittenYear:
    """A year as written: 昭和10 or 10 or 1935."""

    era: Era | None
    year: int

    @property
    def western(self) -> int | None:
        """The year of the western calendar, or None where the era is not told."""
        if self.era:
            return self.era.begins.year + self.year - 1
        return self.year if self.year >= 1000 else None


@dataclass(frozen=True)
class WrittenDate(WrittenYear):
    """A whole date as written, in numbers; nothing says yet that the day exists.

    `beside` is the year in brackets beside it, 1935 in 昭和10年（1935年）4月1日.
    """

    month: int
    day: int
    beside: int | None = field(default=None, compare=False)


def whole(text: str) -> WrittenDate | None:
    """A whole date in one text, or None where it is not one (or may be two, as 4/1/1935)."""
    plain, beside = _plain(text)
    found = _TOGETHER.fullmatch(plain) or _WHOLE.fullmatch(plain)
    if _another(text, found):
        return None
    if not found or len(found[4]) == 4:
        return _year_last(plain) or _without_day(plain, beside) or _english(plain)
    year, month, day = (_count(part) for part in found.groups()[1:])
    if year is None or month is None or day is None:
        return None
    return WrittenDate(_era(found[1]), year, month, day, beside)


def _another(text: str, found: re.Match[str] | None) -> bool:
    """Whether another day stands in brackets beside it: 昭和15年5月20日（実際は5月18日）."""
    if text.isascii() and text.isdecimal():
        return False
    beside = {pair for inside in _BRACKETS.findall(narrow(text)) for pair in _DAY.findall(inside)}
    told = [(_count(month), _count(day)) for month, day in beside]
    return bool(told) and (found is None or {*told} != {(_count(found[3]), _count(found[4]))})


def year(text: str) -> WrittenYear | None:
    """A year with or without its era, or None."""
    found = _YEAR.fullmatch(_plain(text)[0])
    count = _count(found[2]) if found else None
    return WrittenYear(_era(found[1]), count) if found and count is not None else None


def year_month(text: str) -> tuple[WrittenYear, int] | None:
    """A year and a month in one text (昭和10年4月), or None."""
    found = _YEAR_MONTH.fullmatch(_plain(text)[0])
    numbers = (_count(found[2]), _count(found[3])) if found else (None, None)
    if not found or numbers[0] is None or numbers[1] is None:
        return None
    return WrittenYear(_era(found[1]), numbers[0]), numbers[1]


def month_day(text: str) -> tuple[int, int] | None:
    """A month and a day in one text (4月1日, 0401), or None."""
    plain = _plain(text)[0]
    found = _MONTH_DAY.fullmatch(plain) or _FOUR_DIGITS.fullmatch(plain)
    numbers = (_count(found[1]), _count(found[2])) if found else (None, None)
    return None if numbers[0] is None or numbers[1] is None else (numbers[0], numbers[1])


def part(text: str, sign: str) -> int | None:
    """A month or a day, with or without its sign (月, 日), UNKNOWN for 不詳, or None."""
    if text.isascii() and text.isdecimal():
        return number(text)
    plain, _ = _plain(text)
    bare = plain.removesuffix(sign).strip()
    if re.fullmatch(f"(?:{sign}は?)? ?(?:{NOT_KNOWN})", plain, re.IGNORECASE):
        return UNKNOWN
    return _MONTHS.get(bare[:3].lower()) if sign == "月" and bare.isalpha() and bare.isascii() else number(bare)


def days_away(text: str) -> int | None:
    """How many days from today 今日, きのう or あさって is, or None for any other text."""
    return _DAYS_AWAY.get(text.strip().lower()) if len(text) < MOST else None


def _plain(text: str) -> tuple[str, int | None]:
    """The text without what people put around a date, and the year in brackets beside it."""
    if len(text) > MOST:
        return "", None
    if text.isascii() and text.isdecimal():
        return text, None
    plain = like_digits(in_kanji(narrow(text.translate(_QUOTES))))
    beside = None
    while found := _BRACKETS.search(plain):  # from inside out: (Reiwa 1 (gannen))
        written = _YEAR.fullmatch(found[1].strip())
        count = _count(written[2]) if written else None
        if written and count is not None:
            beside = WrittenYear(_era(written[1]), count).western
        plain = plain[: found.start()] + plain[found.end() :]
    bare = _BEFORE.sub("", " ".join(plain.split()))
    return _WEEKDAY.sub("", _AFTER.sub("", bare)).strip(), beside


def _without_day(plain: str, beside: int | None) -> WrittenDate | None:
    """昭和10年4月、日は不詳 and 昭和10年不詳."""
    found = _LAST_NOT_KNOWN.search(plain)
    if not found:
        return None
    rest = plain[: found.start()].strip()
    named = [one for one in map(year, rest.split("・")) if one]
    if len(named) > 1 and len({one.western for one in named}) == 1:  # 大正15年・昭和元年 is one year
        return WrittenDate(None, named[0].western or 0, UNKNOWN, UNKNOWN, beside)
    if alone := year(rest):
        return WrittenDate(alone.era, alone.year, UNKNOWN, UNKNOWN, beside)
    both = year_month(rest)
    return WrittenDate(both[0].era, both[0].year, both[1], UNKNOWN, beside) if both else None


def _english(plain: str) -> WrittenDate | None:
    """April 1, 1935 and 1 Apr 1935."""
    found = _IN_ENGLISH.fullmatch(" ".join(_BETWEEN.sub(" ", plain.lower()).split()))
    month = _MONTHS.get(found[2][:3]) if found else None
    if not found or not month or bool(found[1]) == bool(found[3]):
        return None
    return WrittenDate(None, int(found[4]), month, int(found[1] or found[3]))


def _year_last(plain: str) -> WrittenDate | None:
    """13/4/1935, where only one of the two can be the month."""
    found = _NUMBERS_ONLY.fullmatch(plain)
    if not found:
        return None
    low, high = sorted((int(found[1]), int(found[2])))
    return WrittenDate(None, int(found[3]), low, high) if low == high or high > 12 >= low else None


def _era(text: str | None) -> Era | None:
    return _NAMES.get(text.upper()) if text else None


def _count(text: str) -> int | None:
    return 1 if text.lower() in _FIRST else number(text)
