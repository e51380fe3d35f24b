"""Digits said one by one: telephones, post codes, receipt and other long numbers; houses as 1の2の3."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.language.counting import JAPANESE, ONE_BY_ONE, house_numbers, one_by_one
from portal.speech.normal.piece import Piece
from portal.speech.normal.written import DASH, NO_DIGIT_BEFORE, D, plain, whole

_PHONE = whole(
    f"(?:[+＋]{D}{{1,3}}{DASH})?[(（]?{D}{{2,5}}(?:{DASH}|[)）]{DASH}?|[(（])(?:{D}{{1,4}}(?:{DASH}|[)）]))?{D}{{3,4}}"
)
_POSTCODE = re.compile(f"〒 ?({D}{{3}}){DASH}?({D}{{4}})(?!{D})")
_GROUPED = whole(f"{D}{{4}}(?:{DASH}|[ 　]){D}{{4}}(?:(?:{DASH}|[ 　]){D}{{2,4}}){{1,2}}")
_HOUSE = re.compile(f"{NO_DIGIT_BEFORE}{D}{{1,5}}(?:{DASH}{D}{{1,5}}){{1,3}}(?!{D})")
_COUNTED = "円人名年月日時分秒回件枚通万億個つ歳"
_LONG = re.compile(f"{NO_DIGIT_BEFORE}(?:{D}{{7,}}|[0０]{D}{{2,}})(?![0-9０-９,，.．]| ?[{_COUNTED}])")
_NAMED = re.compile(f"(?:番号|記号|店番|内線)[はが、:： 「]*({D}{{3,}})(?![0-9０-９,，.．]| ?[{_COUNTED}け桁])")
_CALLED = re.compile(f"[#＃]({D}{{3,5}})(?!{D})")
_NAME = "|".join(ONE_BY_ONE)
_PAIR = re.compile(f"(?<![ァ-ヺー])({_NAME}) ({_NAME})(?![ァ-ヺー])")
"""Digits are said by twos, ゼロヨン ヨン, as people say telephone numbers; the lexicon has the tune of each two."""
_DASHES = re.compile(f"{DASH}|[()（）\\s]+")


def telephones(seen: str, language: str = "ja") -> Iterator[Piece]:
    """0000-00-0001, 044(200)3939 and #7119, digit by digit, with a breath between the groups."""
    for found in _PHONE.finditer(seen):
        if len(re.sub("[^0-9０-９]", "", found[0])) >= 9:
            yield _spread(found, language)
    for found in _CALLED.finditer(seen):
        yield Piece(found.start(), found.end(), f"シャープ {_told(plain(found[1]), language)}")


def postcodes(seen: str, language: str = "ja") -> Iterator[Piece]:
    """〒211-8570 is 郵便番号、ニイ イチ イチ、…"""
    for found in _POSTCODE.finditer(seen):
        digits = _told(f"{plain(found[1])}-{plain(found[2])}", language)
        yield Piece(found.start(), found.end(), f"郵便番号、{digits}" if language.startswith("ja") else digits)


def long_numbers(seen: str, language: str = "ja") -> Iterator[Piece]:
    """Numbers nobody counts with: of seven digits or more, in groups, after 番号, or beginning with 0."""
    for found in _GROUPED.finditer(seen):
        yield _spread(found, language)
    for found in _NAMED.finditer(seen):
        yield Piece(found.start(1), found.end(1), _told(plain(found[1]), language))
    for found in _LONG.finditer(seen):
        yield Piece(found.start(), found.end(), _told(plain(found[0]), language))


def houses(seen: str) -> Iterator[Piece]:
    """1-2-3 is イチの ニの サン."""
    for found in _HOUSE.finditer(seen):
        dashed = re.sub(DASH, "-", plain(found[0]))
        yield Piece(found.start(), found.end(), house_numbers(dashed, "ja"))


def paired(seen: str) -> Iterator[Piece]:
    """Digits that are written out already, ゼロ ヨン ヨン, by twos."""
    for found in _PAIR.finditer(seen):
        yield Piece(found.end(1), found.start(2), "")


def _told(text: str, language: str) -> str:
    return _PAIR.sub(r"\1\2", one_by_one(text, language))


def _spread(found: re.Match[str], language: str) -> Piece:
    written = plain(found[0])
    dashed = "-".join(part for part in _DASHES.split(written.lstrip("+＋")) if part)
    plus = written[: len(written) - len(written.lstrip("+＋"))]
    return Piece(
        found.start(),
        found.end(),
        ("プラス " if plus and language in JAPANESE else plus) + _told(dashed, language),
    )
