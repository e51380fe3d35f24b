"""A bank or a branch as typed: its names and codes among headings, and the two of them in one box."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from portal import registries
from portal.language.width import narrow
from portal.registries import Bank, Branch, Matches

One = TypeVar("One", Bank, Branch)
_HEADING = re.compile(
    "(?:銀行コード|金融機関コード|金融機関名|銀行番号|銀行名|支店コード|支店番号|店舗コード|店舗名|支店名|店番号|店番|コード|No\\.?)"
    "[ :.]*"
)
_COMPANY = re.compile(r"株式会社|\(株\)|[「」『』\"]|(?:です)?[。、.,]*$")
"""What says nothing: the form of the company, quotes, です and points behind."""
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CODE_FIRST = re.compile("([0-9]{3,4})[ :-]*([^0-9 :-].*)")
_CODE_LAST = re.compile("(.*[^0-9 ])[ :-]*([0-9]{3,4})")
_KINDS = "銀行|ぎんこう|ギンコウ|信用金庫|信金|しんきん|信用組合|信組|労働金庫|ろうきん|労金|農業協同組合|農協"
_ENDS = re.compile(_KINDS + "|ゆうちょ|バンク|郵便局| ")


def looked_up(text: str, look: Callable[[str], Matches[One]]) -> Matches[One]:
    """What a text may mean, by each of its names and codes; sure where all that are sure mean the same."""
    found = [look(one) for one in _names(text)]
    sure = {match.found[0].code: match.found[0] for match in found if match.sure}
    if sure:
        return Matches(tuple(sure.values()), len(sure) == 1)
    return next((match for match in found if match.found), found[0] if found else Matches[One]())


def split(text: str) -> tuple[str, str] | None:
    """Bank and branch of one text (みずほ銀行新宿支店), where its beginning is surely a bank."""
    plain = _COMPANY.sub("", narrow(text)).strip()
    for end in _ENDS.finditer(plain):
        bank, branch = plain[: end.end()].strip(), plain[end.end() :].strip(" 、,/-・")
        if bank and branch and looked_up(bank, registries.opened().banks.find).sure:
            return bank, branch
    return None


def _names(text: str) -> Iterator[str]:
    """The name and the code of a text with both, else the text."""
    if text.isascii() and text.isdecimal():
        yield text
        return
    plain = _COMPANY.sub("", _HEADING.sub("", narrow(text))).strip()
    for inside in _BRACKETS.findall(plain):
        code = _HEADING.sub("", inside).strip()
        if code.isdecimal():
            yield code
    plain = _BRACKETS.sub("", plain).strip()
    if both := _CODE_FIRST.fullmatch(plain):
        yield from (both[2], both[1])
    elif both := _CODE_LAST.fullmatch(plain):
        yield from (both[1].strip(), both[2])
    yield plain
