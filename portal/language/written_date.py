"""Written dates: 昭和10年4月1日, S10.4.1, 昭10-4-1, 1935/4/1, 昭和十年四月一日, 19350401, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.language.numerals import number
from portal.language.wareki import ERAS, Era
from portal.language.width import narrow

_NAMES = {name: era for era in ERAS for name in (era.name.text, era.name.text[0], era.letter)}
_ERA = "(?:(明治?|大正?|昭和?|平成?|令和?|西暦|[MTSHR])[-.ー]? ?)?"
_NUMBER = "([0-9]+|元|[〇零一二三四五六七八九十百千壱弐参拾]+)"
_THEN = " ?(?:[-./,・、]|{sign}| (?=[0-9])) ?"
_AFTER = " ?日? ?(?:生まれ|うまれ|生)?"
_WHOLE = re.compile(
    _ERA + _NUMBER + _THEN.format(sign="年") + _NUMBER + _THEN.format(sign="月") + _NUMBER + _AFTER, re.IGNORECASE
)
_YEAR = re.compile(_ERA + _NUMBER + " ?年?", re.IGNORECASE)
_TOGETHER = re.compile(_ERA + "([0-9]{4}|[0-9]{2})([0-9]{2})([0-9]{2})", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)|[日月火水木金土]曜日?$")


@dataclass(frozen=True)
class WrittenYear:
    """A year as written: 昭和10 or 10 or 1935."""

    era: Era | None
    year: int


@dataclass(frozen=True)
class WrittenDate(WrittenYear):
    """A whole date as written, in numbers; nothing says yet that the day exists."""

    month: int
    day: int


def whole(text: str) -> WrittenDate | None:
    """A whole date in one text, or None where it is not one. Words in brackets are passed over."""
    plain = _ASIDE.sub("", narrow(text)).strip()
    found = _TOGETHER.fullmatch(plain) or _WHOLE.fullmatch(plain)
    if not found:
        return None
    numbers = [_count(part) for part in found.groups()[1:]]
    if None in numbers:
        return None
    year, month, day = (part or 0 for part in numbers)
    return WrittenDate(_era(found[1]), year, month, day)


def year(text: str) -> WrittenYear | None:
    """A year with or without its era, or None."""
    found = _YEAR.fullmatch(narrow(text))
    count = _count(found[2]) if found else None
    return WrittenYear(_era(found[1]), count) if found and count is not None else None


def part(text: str, sign: str) -> int | None:
    """A month or a day, with or without its sign (月, 日), or None."""
    return number(narrow(text).removesuffix(sign))


def _era(text: str | None) -> Era | None:
    return _NAMES.get(text.upper()) if text else None


def _count(text: str) -> int | None:
    return 1 if text == "元" else number(text)
