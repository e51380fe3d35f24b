"""Ranges and shares: 3〜5日 is 3日から5日, 1/2 is 2分の1, 9時〜 is 9時から."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.speech.normal.piece import Piece
from portal.speech.normal.written import DASH, NO_DIGIT_BEFORE, SLASH, TILDE, D, plain, whole

UNIT = (
    "日間|日|月|年間|年度|年|時間|時|分|秒|週間|週|か月|ヶ月|ヵ月|カ月|ケ月|箇月|人|名|歳|才|円|万円|千円|億円|回|枚|通|件|個|本|部"
    "|世帯|割|[%％]|パーセント|倍|段階|級|号|番|条|項|階|ページ|頁|センチ|メートル|キロ|km|cm|mm|kg|g|つ"
)
_NUMBER = f"{D}(?:[0-9０-９,，.．]*{D})?"
_RANGE = re.compile(f"{NO_DIGIT_BEFORE}({_NUMBER})({UNIT})?({TILDE})(?={_NUMBER}({UNIT})?)")
_DASHED = re.compile(
    f"{NO_DIGIT_BEFORE}({D}{{1,4}})({DASH})(?={D}{{1,4}}(日間|日|人|名|歳|円|か月|ヶ月|回|枚|通|件|時間|週間|年間|月))"
)
_OPEN = re.compile(f"(?<=[^\\s、。,.]){TILDE}(?=[\\s、。)）」]|$)")
_CLOCK, _AMOUNT = f"({D}{{1,2}})[:：]({D}{{2}})", f"({_NUMBER}(?:{UNIT})(?:{D}{{1,2}}[分日])?)"
_UPTO = re.compile(f"(?:(?<=[\\s、。(（「])|^){TILDE} ?(?:{_CLOCK}|{_AMOUNT})(?!{D})")
_BETWEEN = re.compile(f"(?<=[^\\s、。]) ?{TILDE} ?(?=[^\\s、。])")
_SHARE = whole(f"(?<!{SLASH})({D}{{1,2}}){SLASH}({D}{{1,3}})(?!{SLASH}|{DASH})")
_MOST_PARTS = 100


def ranges(seen: str) -> Iterator[Piece]:
    """From the one to the other; a unit written once is said twice, so that 3〜5日 is no "three"."""
    for found in _RANGE.finditer(seen):
        unit = "" if found[2] or not found[4] else found[4]
        yield Piece(found.start(3), found.end(3), f"{unit}から")
    for found in _DASHED.finditer(seen):
        yield Piece(found.start(2), found.end(2), f"{found[3]}から")
    for found in _OPEN.finditer(seen):
        yield Piece(found.start(), found.end(), "から")
    for found in _BETWEEN.finditer(seen):
        yield Piece(found.start(), found.end(), "から")


def open_ended(seen: str) -> Iterator[Piece]:
    """〜17時 is 17時まで."""
    for found in _UPTO.finditer(seen):
        end = found[1] + "時" if found[2] == "00" else f"{found[1]}時{found[2]}分" if found[2] else found[3]
        yield Piece(found.start(), found.end(), f"{end}まで")


def shares(seen: str) -> Iterator[Piece]:
    """2/3 is 3分の2."""
    for found in _SHARE.finditer(seen):
        part, parts = int(plain(found[1])), int(plain(found[2]))
        if 0 < part < parts <= _MOST_PARTS:
            yield Piece(found.start(), found.end(), f"{parts}分の{part}")
