"""Sound: kana as they are heard, long vowels drawn out, and whether two texts are heard alike."""

from __future__ import annotations

import re

_ROWS = (
    "アカサタナハマヤラワガザダバパァャヮ",
    "イキシチニヒミリギジヂビピィ",
    "ウクスツヌフムユルグズヅブプゥュヴ",
    "エケセテネヘメレゲゼデベペェ",
    "オコソトノホモヨロヲゴゾドボポォョ",
)
_VOWEL = {kana: row[0] for row in _ROWS for kana in row}
_LONG = {("ア", "ア"), ("イ", "イ"), ("ウ", "ウ"), ("エ", "エ"), ("オ", "オ"), ("エ", "イ"), ("オ", "ウ")}
_SAME = str.maketrans("ヅヂヲヰヱ", "ズジオイエ")
_NOT_HEARD = re.compile("[^ァ-ヺー]")
_MORA = re.compile("[ァ-ヺー][ァィゥェォャュョヮ]?")


def drawn(kana: str) -> str:
    """Katakana with every long vowel as ー: トウキョウ is トーキョー."""
    heard, vowel = "", ""
    for sign in kana:
        if (vowel, sign) in _LONG or (sign == "ー" and vowel):
            heard += "ー"
        else:
            heard += sign
            vowel = _VOWEL.get(sign, "")
    return heard


def moras(kana: str) -> list[str]:
    """The beats of a word: キョ is one, ー, ン and ッ are one each."""
    return _MORA.findall(kana)


def alike(one: str, other: str) -> bool:
    """Whether both sound the same: ヅ is ズ, ヂ is ジ, オオ and オウ are オー; signs and spaces are not heard."""
    return _folded(one) == _folded(other)


def _folded(kana: str) -> str:
    return drawn(_NOT_HEARD.sub("", kana.translate(_SAME)))
