"""Shift_JIS as Japanese Windows has it (code page 932): which signs it cannot hold, and what is put in their place.

The nearest sign that it has: the other form of a kanji, a letter without its accent; where there is none 〓, as
printers do. Nothing is replaced in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from portal.language.folding import in_new_kanji, unaccented

CODE_PAGE = "cp932"
NO_SIGN = "〓"
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
APART = re.compile(".[\u0300-\u036f\u3099\u309a]+")
"""A letter with its marks as signs of their own, as some telephones type が and é."""
_PRINTED = "啞焰鷗嚙俠軀鹼麴屢繫蔣醬蟬搔驒簞摑塡顚禱瀆囊潑醱頰麵萊蠟攢俱剝𠮟吞噓姸屛幷瘦"
_PLAIN = "唖焔鴎噛侠躯鹸麹屡繋蒋醤蝉掻騨箪掴填顛祷涜嚢溌醗頬麺莱蝋攅倶剥叱呑嘘妍屏并痩"
"""Forms that JIS X 0213:2004 gave back, and those of JIS X 0208 that stood for them."""
_SIGNS = ("—–‒‑•·‧⁃ゔ〻", "―－－‐・・・・ヴ々")
_NEAR = str.maketrans(_PRINTED + _SIGNS[0], _PLAIN + _SIGNS[1])


class Replaced(NamedTuple):
    """One sign that could not be kept, and what stands there now; "" for a mark of form that was left out."""

    sign: str
    put: str

    @property
    def code(self) -> str:
        """The sign's number, as in U+20BB7."""
        return f"U+{ord(self.sign):04X}"


def held(text: str) -> tuple[str, tuple[Replaced, ...]]:
    """The text as code page 932 can hold it, and each sign that was replaced, in order."""
    # Only these: the whole text composed would lose kanji that the code page has, such as 神 in its old form.
    composed = APART.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    if _fits(composed):
        return composed, ()
    replaced = tuple(_replaced(composed))
    return "".join(sign if _fits(sign) else nearest(sign) for sign in composed), replaced


def _replaced(text: str) -> Iterator[Replaced]:
    return (Replaced(sign, nearest(sign)) for sign in text if not _fits(sign))


@cache
def nearest(sign: str) -> str:
    """What is put in the place of a sign that code page 932 has not."""
    if SELECTORS.match(sign):
        return ""
    alike = (sign.translate(_NEAR), unicodedata.normalize("NFKC", sign), in_new_kanji(sign), unaccented(sign))
    return next((one for one in alike if one and _fits(one)), NO_SIGN)


def _fits(text: str) -> bool:
    try:
        text.encode(CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return True
