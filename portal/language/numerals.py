"""Numerals: a whole number however it is written: 1,000, １、０００, １０万, 三千二百, 二〇二六, 壱拾万, 1.5万."""

from __future__ import annotations

import re
from decimal import Decimal

import jaconv

from portal.language.width import KANJI_DIGITS, like_digits, narrow

_FORMAL = str.maketrans("壱壹弌弐貳弍参參弎肆伍陸漆柒捌玖拾佰陌仟阡萬", "一一一二二二三三三四五六七七八九十百百千千万")
_TENS = {"廿": "二十", "卄": "二十", "卅": "三十", "丗": "三十"}
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_MYRIADS = re.compile(r"(?:([^兆]+)兆)?(?:([^億]+)億)?(?:([^万]+)万)?(.*)")
_SECTION = re.compile(r"(?:([0-9]{0,9})千)?(?:([0-9]?)百)?(?:([0-9]?)十)?([0-9]?)")
_PLAIN = re.compile(r"[0-9]{1,16}(?:\.[0-9]{1,8})?")
_SIGNS = re.compile(r"[0-9.,、〇零一二三四五六七八九十百千万億兆]+")
_MOST_SIGNS = 40
"""Longer than any number of sixteen digits written out in kanji."""
_TWO_MEANINGS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[^万]*[0-9一二三四五六七八九]万[0-9一二三四五六七八九]")
"""1.000 is one to some and a thousand to others; 1万5 is said of 15,000 and written of 10,005."""
_SAID = (
    "ぜろ〇 いち一 いっ一 に二 さん三 よん四 よ四 し四 ご五 ろく六 ろっ六 しち七 なな七 はち八 はっ八 きゅう九 く九"
    " じゅう十 じゅっ十 ひゃく百 びゃく百 ぴゃく百 せん千 ぜん千 まん万"
    " ついたち一日 ふつか二日 みっか三日 よっか四日 いつか五日 むいか六日 なのか七日 ようか八日 ここのか九日"
    " とおか十日 じゅうよっか十四日 はつか二十日 にじゅうよっか二十四日"
    " めいじ明治 たいしょう大正 しょうわ昭和 へいせい平成 れいわ令和 せいれき西暦 がんねん元年"
    " ねん年 がつ月 にち日 えん円 にん人 つう通 まい枚 さい歳"
    " ひとり一人 ふたり二人 ひとつ一つ ふたつ二つ みっつ三つ よっつ四つ いつつ五つ うまれ生まれ です ごろ"
)
"""Numbers, days and what is counted, as they are said and with their kanji behind."""
_PAIR = re.compile("([ぁ-ゖ]+)(.*)")
_KANJI = {found[1]: found[2] or found[1] for word in _SAID.split() if (found := _PAIR.fullmatch(word))}
_WORD = re.compile("|".join(sorted(_KANJI, key=len, reverse=True)))
_RUN = re.compile("[ぁ-ゖァ-ヶー]{2,60}")


def number(text: str) -> int | None:
    """The number a text means, or None where it is no whole number of at most 16 digits, or may be two."""
    if text.isascii() and text.isdecimal() and len(text) <= 16:
        return int(text)
    plain = _formal_to_plain(like_digits(narrow(text)).replace(" ", ""))
    if len(plain) > _MOST_SIGNS or not _SIGNS.fullmatch(plain) or _TWO_MEANINGS.fullmatch(plain):
        return None
    plain = plain.replace("、", ",")
    plain = _GROUPED.sub(lambda group: group[0].replace(",", ""), plain).translate(KANJI_DIGITS)
    found = _MYRIADS.fullmatch(plain)
    sections = [_section(part) if part else Decimal(0) for part in found.groups()] if found else [None]
    total = Decimal(0)
    for value, unit in zip(sections, (10**12, 10**8, 10**4, 1), strict=False):
        if value is None:
            return None
        total += value * unit
    return int(total) if total == int(total) and total < 10**16 else None


def _formal_to_plain(text: str) -> str:
    if text.isascii():
        return text
    for tens, plain in _TENS.items():
        text = text.replace(tens, plain)
    return text.translate(_FORMAL)


def _section(text: str) -> Decimal | None:
    """A number below ten thousand, or plain digits of any size: 三千二百 as 3千2百, 10, 1.5."""
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    found = _SECTION.fullmatch(text)
    if not found:
        return None
    *larger, ones = found.groups()
    units = zip(larger, (1000, 100, 10), strict=True)
    return Decimal(int(ones or 0) + sum(int(digits or 1) * unit for digits, unit in units if digits is not None))


def in_kanji(text: str) -> str:
    """The text with every run of kana that is nothing but such words in kanji; any other run stays as it is.

    Takes full-width kana (see `width.narrow`).
    """
    return text if text.isascii() else _RUN.sub(_run, text)


def _run(kana: re.Match[str]) -> str:
    plain: str = jaconv.kata2hira(kana[0])
    if _WORD.sub("", plain):
        return kana[0]
    return _WORD.sub(lambda word: _KANJI[word[0]], plain)
