"""Widths: what people type in any width, with any dash or space, brought to one plain form; never its meaning."""

from __future__ import annotations

import re
import unicodedata
from importlib import import_module

SURE_DASHES = "‐‑‒–—―−─━⎯﹘﹣－˗⁃➖"
"""Signs that are a dash wherever they stand."""
KANA_DASHES = "ーｰ"
"""The long sound of kana; a dash only between digits."""
KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"
_TO_HYPHEN = str.maketrans(SURE_DASHES, "-" * len(SURE_DASHES), _UNSEEN)
_TO_PLAIN = _TO_HYPHEN | str.maketrans("〔〕【】〈〉《》", "()()()()")
_WIDE_ASCII = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " "}
_NUMERALS = "0-9〇零一二三四五六七八九十"
_LONG_SOUND_BETWEEN_DIGITS = re.compile(rf"(?<=[{_NUMERALS}])\s*[ーｰ]+\s*(?=[{_NUMERALS}])")
_ONE_AS_DASH = re.compile(r"(?<=[0-9])一(?=[0-9])")
_HALF_KANA = re.compile("[ｦ-ﾟ]+")
_SEPARATORS = str.maketrans(dict.fromkeys(" -()[]./,:~〜・、。〒☎☏ー#の_=*'|→\ufe0f\u20e3", ""))
_LOOK_ALIKES = str.maketrans("Oo○◯Il", "000011")
"""What typists of old machines and hurried thumbs write for nought and one."""
_ALIKE = "0123456789Oo○◯Il"
_DIGIT = re.compile("[0-9]")
_LIKE_A_DIGIT = re.compile(r"(?<=[0-9.,])[OoIl○◯]+(?![A-Za-z])|(?<![A-Za-z])[OoIl○◯]+(?=[0-9])")
_ONE_SIGN_ONE_LETTER = re.compile(r"[ -~\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uff01-\uff9d]*")


def narrow(text: str) -> str:
    """Half-width letters and digits, one kind of dash and space; for numbers, dates and mail addresses.

    Not for names: it changes kanji that have a plainer relative (NFKC).
    """
    if text.isascii():
        return " ".join(text.split())
    plain = unicodedata.normalize("NFKC", text.translate(_TO_PLAIN))
    return " ".join(_LONG_SOUND_BETWEEN_DIGITS.sub("-", plain).split())


def tidy(text: str) -> str:
    """Like `narrow`, but kanji stay as they were typed; for places, houses and rooms."""
    if text.isascii():
        return " ".join(text.split())
    plain = text.translate(_WIDE_ASCII).translate(_TO_HYPHEN)
    plain = _HALF_KANA.sub(lambda kana: unicodedata.normalize("NFKC", kana[0]), plain)
    return " ".join(_LONG_SOUND_BETWEEN_DIGITS.sub("-", plain).split())


def digits(text: str) -> str:
    """The digits of a number whose separators carry no meaning: telephone, post code, account.

    Kanji digits count as digits, and so do letters that look like nought and one among digits. What is neither digit
    nor separator stays, so that `isdecimal()` tells whether the text was understood.
    """
    if text.isascii() and text.isdecimal():
        return text
    plain = narrow(text)
    if not plain.isascii():
        plain = _ONE_AS_DASH.sub("-", plain).translate(KANJI_DIGITS)
        plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in plain)
    plain = plain.translate(_SEPARATORS)
    return plain.translate(_LOOK_ALIKES) if not plain.strip(_ALIKE) and _DIGIT.search(plain) else plain


def like_digits(text: str) -> str:
    """The text with letters that stand beside a digit and look like one as that digit: 1O, l5."""
    return _LIKE_A_DIGIT.sub(lambda alike: alike[0].translate(_LOOK_ALIKES), text)


def letters(text: str) -> int:
    """How many letters a reader sees (extended grapheme clusters, UAX #29): a kanji with its selector is one."""
    if _ONE_SIGN_ONE_LETTER.fullmatch(text):
        return len(text)
    return len(import_module("regex").findall(r"\X", text))  # a megabyte that few answers need
