"""An account number as typed: seven digits, or what else it is: a telephone, a card, a post code, a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module

from portal import registries
from portal.answers.account import NUMBER_DIGITS, kind_of
from portal.language import written_date
from portal.language.kana import has_kanji, is_latin, is_reading, katakana
from portal.language.width import digits, narrow
from portal.language.words import Say, say

CARD_DIGITS = range(14, 20)
PHONE_DIGITS = (10, 11)
OWN_DIGITS = 12
"""Digits of a person's own number (マイナンバー)."""
_KIND = re.compile(r"\(?(普通預金|当座預金|貯蓄預金|総合口座|普通|当座|貯蓄|普)\)?[ :]*")
_HEADING = re.compile(r"(?:口座番号|口座|番号|no\.?)[ :]*", re.IGNORECASE)
_KIND_BEHIND = re.compile(r" ?\(?(普通預金|当座預金|貯蓄預金|総合口座|普通|当座|貯蓄|普)\)?$")
_NOTE = re.compile(r" ?\([^()0-9]*\)$|(?<=[0-9])(?:番|号|です|。)+$")
_UNTOLD = re.compile("わか(?:ら|り)|分か(?:ら|り)|不明|別紙|通帳|カード|写真|なし|同じ|同上")
_POSTCODE = re.compile("〒? ?([0-9]{3})-([0-9]{4})")
_YEARS = range(1870, 2100)
_DATE = re.compile("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")


def bare_number(text: str) -> tuple[str, str]:
    """The number without its heading, and the id of the account's kind that stood beside it or ""."""
    plain = narrow(text)
    kind = ""
    if found := _KIND.match(plain):
        kind, plain = kind_of(found[1]), plain[found.end() :]
    elif found := _KIND_BEHIND.search(plain):
        kind, plain = kind_of(found[1]), plain[: found.start()]
    plain = _NOTE.sub("", plain).strip()
    return (_HEADING.sub("", plain, count=1) if _HEADING.match(plain) else plain).strip(), kind


def read_number(text: str, codes: Iterable[str]) -> tuple[str, Say | None]:
    """Seven digits and nothing amiss, or "" and what the text is instead.

    `codes` are those of the bank and the branch: passbooks print them in front of the number.
    """
    number = digits(text)
    if not number:
        return "", _WANTED
    if message := _something_else(text, number):
        return "", message
    bank, branch = (*codes, "", "")[:2]
    for printed in (bank + branch, branch):
        if printed and len(number) == len(printed) + NUMBER_DIGITS and number.startswith(printed):
            number = number.removeprefix(printed)
    if len(number) > NUMBER_DIGITS:
        return "", too_long(number)
    if number == branch:
        return "", say("これは、支店の番号です。口座番号は、その次にある7けたまでの数字です。")
    return number.zfill(NUMBER_DIGITS), None


def _something_else(text: str, number: str) -> Say | None:
    """What it is, where it is plainly no account number."""
    if _UNTOLD.search(text) and not any(map(str.isdecimal, text)):
        return _WANTED
    if _is_date(text):
        return _DATE_TOLD
    if not number.isdecimal():
        if not any(map(str.isdecimal, text)) and (has_kanji(text) or is_reading(katakana(text)) or is_latin(text)):
            return say("口座番号のところに、名前があるようです。通帳にある、7けたまでの数字を書いてください。")
        return say("口座番号のところに、数字でないものがあります。口座番号だけを書いてください。")
    if not int(number[:20]):
        return say("口座番号は、0だけではありません。通帳にある、7けたまでの数字を書いてください。")
    postcode = _POSTCODE.fullmatch(narrow(text))
    if "〒" in text or (postcode and registries.opened().postcodes.find(postcode[1] + postcode[2])):
        return say("郵便番号のようです。口座番号を、「-」を入れないで、数字だけで書いてください。")
    return None


def _is_date(text: str) -> bool:
    """Whether it is a day with its signs, as 1940/6/12 and S15.6.12; figures alone may be anything."""
    day = None if text.isdecimal() else written_date.whole(text)
    return day is not None and (day.era is not None or day.year in _YEARS) and day.month <= 12 and day.day <= 31


def too_long(number: str) -> Say:
    """What a number of too many digits is, as far as one can see."""
    n = len(number)
    if n in PHONE_DIGITS and number.startswith("0"):
        return say("電話番号のようです。ここには、通帳にある、7けたまでの口座番号を書いてください。")
    if n in CARD_DIGITS:
        return say("カードの番号のようです。ここには、通帳にある、7けたまでの口座番号を書いてください。")
    if n == OWN_DIGITS and import_module("stdnum.jp.in_").is_valid(number):
        return say("マイナンバーのようです。ここには書かないでください。口座番号は、7けたまでです。")
    if _DATE.fullmatch(number):
        return _DATE_TOLD
    return say("口座番号は、7けたまでです。いまは{n}けたです。通帳を見て、書き直してください。", n=n)


_WANTED = say("口座番号を書いてください。7けたまでの数字です。")
_DATE_TOLD = say("日付のようです。ここには、通帳にある、7けたまでの口座番号を書いてください。")
