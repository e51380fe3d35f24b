"""Spelling: one key for the many ways a name is typed, the same when the registry is built and when it is asked.

Hiragana and half-width kana become full-width katakana, small kana big (as banks write them), long sounds, dashes,
dots and spaces fall away, kanji digits become digits.
"""

from __future__ import annotations

import re
import unicodedata

import jaconv

_DROPPED = re.compile(r"[-‐‑‒–—―−ー－ｰ・･.,'’()\s]")
_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_ALL_KANJI_DIGITS = re.compile("[〇零一二三四五六七八九]+")
_ALIKE = str.maketrans("之國髙﨑邊邉齋齊斎澤濱廣嶋惠", "ノ国高崎辺辺斉斉斉沢浜広島恵")


def key(text: str) -> str:
    """The text's key; texts that mean the same name have the same key."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).upper())
    kana = jaconv.enlarge_smallkana(jaconv.hira2kata(plain))
    bare = _DROPPED.sub("", kana).translate(_ALIKE)
    return bare.translate(_KANJI_DIGITS) if _ALL_KANJI_DIGITS.fullmatch(bare) else bare
