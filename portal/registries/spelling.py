"""Spelling: one key for the many ways a name is typed, the same when the registry is built and when it is asked.

Hiragana and half-width kana become full-width katakana, small kana big (as banks write them), long sounds, dashes,
dots and spaces fall away, kanji digits become digits.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

import jaconv

_DROPPED = re.compile(r"[-‐‑‒–—―−ー－ｰ・･.,'’()\s]")
_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_ALL_KANJI_DIGITS = re.compile("[〇零一二三四五六七八九]+")
_ALIKE = str.maketrans("之國髙﨑邊邉齋齊斎澤濱廣嶋惠", "ノ国高崎辺辺斉斉斉沢浜広島恵")
_IN_PLACES = str.maketrans("ガヵカ乃麴蠣鶯藪檜諫竈靱鰺濤祗嶽舘淵龍瀧", "ケケカノ麹蛎鴬薮桧諌竃靭鯵涛祇岳館渕竜滝")
_PIECES = re.compile(
    "([0-9]+)|([〇零一二三四五六七八九十百千]+)"
    "|(大字|字|条(?=[東西南北])|[\\s・\ufe00-\ufe0f\U000e0100-\U000e01ef]+)|.",
    re.DOTALL,
)
_UNITS = {"十": 10, "百": 100, "千": 1000}


class Keyed(NamedTuple):
    """A place's key, and for each of its signs how much of the text it stands for; 0 inside a number."""

    key: str
    ends: tuple[int, ...]


def key(text: str) -> str:
    """The text's key; texts that mean the same name have the same key."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).upper())
    kana = jaconv.enlarge_smallkana(jaconv.hira2kata(plain))
    bare = _DROPPED.sub("", kana).translate(_ALIKE)
    return bare.translate(_KANJI_DIGITS) if _ALL_KANJI_DIGITS.fullmatch(bare) else bare


def keyed(text: str) -> Keyed:
    """The key of an address's beginning: 三番町 is 3番町, 霞ヶ関 is 霞が関, 北1西 is 北1条西; 大字 and 字 tell nothing.

    Takes text in half width (see `language.width.tidy`).
    """
    parts: list[str] = []
    ends: list[int] = []
    for piece in _PIECES.finditer(text):
        digits, kanji, dropped = piece.groups()
        if dropped:
            continue
        part = digits or (str(_number(kanji)) if kanji else _plain(piece[0]))
        parts.append(part)
        ends.extend([0] * (len(part) - 1) + [piece.end()] * bool(part))
    return Keyed("".join(parts), tuple(ends))


def _plain(sign: str) -> str:
    kana: str = jaconv.enlarge_smallkana(jaconv.hira2kata(unicodedata.normalize("NFKC", sign).upper()))
    return kana.translate(_ALIKE).translate(_IN_PLACES)


def _number(kanji: str) -> int:
    """二十四 and 二四 are 24."""
    if not _UNITS.keys() & set(kanji):
        return int(kanji.translate(_KANJI_DIGITS))
    total, digit = 0, 0
    for sign in kanji:
        if sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = digit * 10 + int(sign.translate(_KANJI_DIGITS))
    return total + digit
