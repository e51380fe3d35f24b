"""Kana: readings brought to full-width katakana, the bank's half-width form, and Latin letters for foreign voices."""

from __future__ import annotations

import re
import unicodedata

import jaconv

from portal.language.width import SURE_DASHES

_MARKS = str.maketrans({"゛": "\u3099", "゜": "\u309a", "﹦": "=", "＝": "=", "゠": "="})
_LONG_SOUND = re.compile(f"(?<=[ァ-ヺー])[-~〜{SURE_DASHES}]")
_READING = re.compile("[ァ-ヺ][ァ-ヺー・= ]*")
_KANJI = re.compile("[\u2e80-\u2fdf々〆〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_REPEAT = re.compile("([ァ-ヺ])([ヽヾ])")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ .,'’‘-]*")
_BANK = str.maketrans({"ヲ": "オ", "ヮ": "ワ", "ー": "-", "・": ".", "=": " ", "ヰ": "イ", "ヱ": "エ"})
_BANK_SIGNS = re.compile(r"[0-9A-Zｱ-ﾝﾞﾟ ()./,-]*")


def katakana(text: str) -> str:
    """Hiragana and half-width kana as full-width katakana, a dash after kana as ー, ゞ written out, spaces single.

    Other signs stay, so that `is_reading` tells whether the text was a reading.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_MARKS))
    kana: str = jaconv.hira2kata(" ".join(plain.split()))
    return _REPEAT.sub(_repeated, _LONG_SOUND.sub("ー", kana))


def is_reading(text: str) -> bool:
    """Whether a text from `katakana` holds kana only (and ー ・ = or spaces after the first)."""
    return bool(_READING.fullmatch(text))


def has_kanji(text: str) -> bool:
    """Whether a text has kanji, whose reading nobody can be sure of."""
    return bool(_KANJI.search(text))


def is_latin(text: str) -> bool:
    """Whether a name is written in Latin letters, as names of many foreign residents are."""
    return bool(_LATIN.fullmatch(unicodedata.normalize("NFKC", text)))


def bank_form(text: str) -> str | None:
    """The form banks print and transfer: half-width, capital, no small kana, ﾞ and ﾟ apart; None where it has none.

    Signs as in the transfer format of the bankers' association (全銀): ヲ becomes オ, ー becomes -, ・ becomes .
    """
    plain: str = jaconv.enlarge_smallkana(katakana(text).upper()).translate(_BANK)
    half: str = jaconv.z2h(plain, kana=True, ascii=True, digit=True)
    return half if half and _BANK_SIGNS.fullmatch(half) else None


def romaji(text: str) -> str:
    """A reading in Latin letters for voices that do not read kana: ヤマダ ショウジ becomes Yamada Shouji."""
    latin: str = jaconv.kana2alphabet(jaconv.kata2hira(text.replace("・", " ")))
    return latin.title()


def _repeated(found: re.Match[str]) -> str:
    voiced = found[1] + "\u3099" if found[2] == "ヾ" else found[1]
    return found[1] + unicodedata.normalize("NFC", voiced)
