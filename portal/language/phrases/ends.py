"""Ends: the places in a Japanese text where one phrase ends and the next begins."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budoux import Parser

SIGN = "々〆〇ぁ-ゖァ-ヺー㐀-䶿一-鿿\uf900-\ufaff"
_NEVER_BEFORE = "&、。，．・：；！？!?)）」』】〕〉》ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーゝゞヽヾ々〜～…％"
_NEVER_AFTER = "(（「『【〔〈《￥＃"
_END = re.compile(f"(?<=[、。！？])(?=[{SIGN}「『（])|(?<=[」』）])(?=「)")
"""Where a phrase ends whatever the model thinks."""
_WHOLE = re.compile(r"[ぁ-ゖァ-ヺー\s・]{,12}|\s*[^\s。、]{1,6}\s[^\s。、]{1,6}\s*")
"""Kana alone, and two short words with a space between them, fit a line and may be somebody's name."""
_WORDS = re.compile(
    "ちが[いうえっ]|ゆうびん|ゆうちょ|ふりがな|ひらがな|あてはま|とちゅう|もど[るりれせっ]|なお[すしせ]|とど[きくけい]|たの[むみま]"
    "|のこ[りるっ]|さが[すしせ]|さいご|いくつ|はい(?=[、」])|にくい|後見人|法人番号|条例|施行規則|もよう|祖父|改正|みなと町|のせる"
    r"|(?:午[前後]|明治|大正|昭和|平成|令和)[\d元]"
)
"""Words of ours that the model parts; a test finds them among all that is published."""


def ends(text: str) -> list[int]:
    """The places a line may end at, in order; none at a space, where it may anyway, or within a number or a name.

    The model is BudouX's for Japanese, the one Chromium has inside; a sign takes it about 1.5 µs.
    """
    if _WHOLE.fullmatch(text):
        return []
    found = {*accumulate(map(len, _parser().parse(text))), *(end.start() for end in _END.finditer(text))}
    return [place for place in sorted(found - within_words(text) - {0, len(text)}) if fits(text, place)]


def within_words(text: str) -> set[int]:
    """The places within words that stay whole."""
    return {place for word in _WORDS.finditer(text) for place in range(word.start() + 1, word.end())}


def fits(text: str, place: int) -> bool:
    """Whether a line may end between the signs there: one is Japanese, and neither binds the other."""
    before, after = text[place - 1], text[place]
    if before.isspace() or after.isspace() or before in _NEVER_AFTER or after in _NEVER_BEFORE:
        return False
    return _is_japanese(before) or _is_japanese(after)


def _is_japanese(sign: str) -> bool:
    return sign > "\u2e80" and not sign.isdigit()


@cache
def _parser() -> Parser:
    """The model takes 1.2 MB: it is loaded with the first browser that needs it."""
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
