"""Days and times: R8.4.1, 2026/11/23 and 9:00 as they are said, 令和8年4月1日, 2026年11月23日, 9時."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.language.wareki import ERAS
from portal.speech.normal.piece import Piece, groups
from portal.speech.normal.written import DASH, SLASH, D, plain, whole

_ERA = {letter: era.name.text for era in ERAS for letter in (era.letter, era.name.text[0], era.name.text)}
_ERA |= {chr(ord(letter) + 0xFEE0): name for letter, name in _ERA.items() if letter.isascii()}
_BETWEEN = f"(?:[.．・･-]|{SLASH})"
_ERA_DAY = re.compile(
    f"(?<![A-Za-zＡ-Ｚ])([MTSHRＭＴＳＨＲ明大昭平令]|明治|大正|昭和|平成|令和)[.．]?({D}{{1,2}}|元){_BETWEEN}({D}{{1,2}})"
    f"(?:{_BETWEEN}({D}{{1,2}}))?(?!{D})"
)
_WESTERN = whole(
    f"((?:19|20|１９|２０){D}{{2}})({_BETWEEN})({D}{{1,2}})(?:\\2({D}{{1,2}}))?(?!{DASH}|{SLASH}|[円%％倍点.])"
)
_SHORT = whole(f"({D}{{1,2}}){SLASH}({D}{{1,2}})")
_IS_A_DAY = re.compile("[(（][月火水木金土日祝]|まで|から|に|より|〜|～|~|の午[前後]|以[降前]|締|当日|生まれ")
_TIME = whole(f"({D}{{1,2}})[:：]({D}{{2}})(?:[:：]({D}{{2}}))?")
_WEEKDAYS = re.compile("(?<![一-龠々0-9０-９])([月火水木金土日])([~〜～])([月火水木金土日])(?![一-龠々])")
_WEEKDAY = re.compile("[月火水木金土日]")
_WEEKDAY_LIST = re.compile("(?<![一-龠々0-9０-９・])[月火水木金土日](?:[・／/][月火水木金土日])+(?![一-龠々・])")
_WEEKDAY_IN_BRACKETS = re.compile("(?<=[日0-9０-９])[(（]([月火水木金土日])([・･](?:祝日?|休日?))?[)）]")


def days(seen: str) -> Iterator[Piece]:
    """Dates in letters and slashes; those with 年月日 are read rightly as they are."""
    for found in _ERA_DAY.finditer(seen):
        if _is_day(found[3], found[4]):
            yield from groups(found, _ERA[found[1]], f"{plain(found[2])}年", *_month_day(found[3], found[4]))
    for found in _WESTERN.finditer(seen):
        if _is_day(found[3], found[4]):
            yield from groups(found, plain(found[1]), "年", *_month_day(found[3], found[4]))


def short_days(seen: str) -> Iterator[Piece]:
    """11/23 where it can be no fraction, or where the words around it say that it is a day."""
    for found in _SHORT.finditer(seen):
        month, day = int(plain(found[1])), int(plain(found[2]))
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            continue
        if day > 10 or month >= day or _IS_A_DAY.match(seen, found.end()):
            yield from groups(found, f"{month}月", f"{day}日")


def times(seen: str) -> Iterator[Piece]:
    """9:00 is 9時, 17:15 is 17時15分."""
    for found in _TIME.finditer(seen):
        hour, minute, second = (int(plain(part or "0")) for part in found.groups())
        if hour <= 24 and minute < 60 and second < 60:
            yield from groups(found, f"{hour}時", f"{minute}分" if minute else "", f"{second}秒" if second else "")


def weekdays(seen: str) -> Iterator[Piece]:
    """4月1日（水） is said 水曜日, 月〜金 is 月曜日から金曜日, 土・日 土曜日、日曜日."""
    for found in _WEEKDAYS.finditer(seen):
        yield from groups(found, f"{found[1]}曜日", "から", f"{found[3]}曜日")
    for found in _WEEKDAY_LIST.finditer(seen):
        listed = _WEEKDAY.findall(found[0])
        yield from (
            Piece(found.start() + 2 * n, found.start() + 2 * n + 1, f"{day}曜日") for n, day in enumerate(listed)
        )
    for found in _WEEKDAY_IN_BRACKETS.finditer(seen):
        after = "" if found.end() == len(seen) or seen[found.end()] in "、。" else "、"
        yield Piece(found.start(), found.end(), f"、{found[1]}曜日" + ("、祝日" if found[2] else "") + after)


def _is_day(month: str, day: str | None) -> bool:
    return 1 <= int(plain(month)) <= 12 and (day is None or 1 <= int(plain(day)) <= 31)


def _month_day(month: str, day: str | None) -> tuple[str, ...]:
    return f"{int(plain(month))}月", f"{int(plain(day))}日" if day else ""
