"""A typed telephone number among the words people put around it: 自宅, （携帯）, 内線, when to call, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from portal.language.width import KANJI_DIGITS, digits, narrow
from portal.language.words import Say, say

JAPAN = "JP"
EXTENSION = ";ext="
"""Between a number and its extension, as in the tel: addresses of RFC 3966."""
MOBILE = ("060", "070", "080", "090")
MOBILE_DIGITS, FIXED_DIGITS = 11, 10
LEAST = 5
"""Digits; shorter runs are hours or floors."""
_ELEVEN = (*MOBILE, "020", "050", "0800")
_HOME = phonenumbers.country_code_for_region(JAPAN)
_TO_INLAND = ("0081", "01081")
_SHOW = ("184", "186")
"""Dialled in front to hide or show one's own number."""
_INSIDE = re.compile(r"(?:内線|内|ext\.?|extension)[ :.]*(?:番号)?[ :]*([0-9]{1,6})", re.IGNORECASE)
_INSIDE_IN_BRACKETS = re.compile(r" ?\(([0-9]{1,5})\)$")
_RUN = re.compile(r"\+?[0-9OoIl○◯][0-9OoIl○◯ \-().,。、/・:の_=*'|→\ufe0f\u20e3]*")
_NOT_OF_IT = re.compile("(?<![0-9:])[0-9]{1,2}(?::[0-9]{2}(?![0-9:])|時)|(?<![0-9-])[0-9]{1,4}(?:号室|階|F|歳|才)")
"""Hours, rooms and ages, which stand beside a number."""
_EXCHANGE = re.compile("(?<=[0-9])[局番](?=[のとー ]?[0-9])")
"""As in 044局200番3939."""
_LETTERS = re.compile("[A-Za-z]+")
_LIKE_DIGITS = frozenset("OoIl")
_BETWEEN = re.compile(r"[/,、;()]|  ")
_LATIN = re.compile("[A-Za-z@]{2,}|@")


def read_phone(text: str) -> tuple[str, Say | None]:
    """The number as it is kept, or "" and what is amiss: national digits, or + and the country's code."""
    whole = _kept(digits(text))
    plain = narrow(text)
    if whole and not _NOT_OF_IT.search(plain):
        return whole, None
    plain = plain.translate(KANJI_DIGITS)
    inside = _INSIDE.search(plain) or _INSIDE_IN_BRACKETS.search(plain)
    if inside and (inside.re is _INSIDE or _kept(digits(plain[: inside.start()]))):
        plain = plain[: inside.start()] + " " + plain[inside.end() :]
    else:
        inside = None
    plain = _EXCHANGE.sub("-", _NOT_OF_IT.sub(" ", plain))
    found = dict.fromkeys(_numbers(_LETTERS.sub(_without_words, plain)))
    if len(found) > 1:
        return "", say("電話番号が2つあるようです。1つだけ書いてください。")
    if not found:
        return "", _amiss(digits(text), plain)
    (number,) = found
    return number + (EXTENSION + inside[1] if inside else ""), None


def parsed(number: str) -> PhoneNumber | None:
    """A kept number as the library knows it."""
    if not number.removeprefix("+").isdecimal() or len(number) > 20:
        return None
    try:
        return phonenumbers.parse(number, JAPAN)
    except NumberParseException:
        return None


def is_known(number: str) -> bool:
    """Whether the books of numbers have numbers like this one."""
    found = parsed(number.partition(EXTENSION)[0])
    return found is not None and phonenumbers.is_valid_number(found)


def _without_words(letters: re.Match[str]) -> str:
    """Nothing for a word (tel, fax); letters that stand for digits stay."""
    return letters[0] if _LIKE_DIGITS.issuperset(letters[0]) else " "


def _numbers(plain: str) -> Iterator[str]:
    """Every number in the text, the whole of a run before its pieces."""
    for run in _RUN.findall(plain):
        if kept := _kept(digits(run)):
            yield kept
            continue
        for piece in _BETWEEN.split(run):
            if kept := _kept(digits(piece)):
                yield kept
        yield from _side_by_side(run)


def _side_by_side(run: str) -> Iterator[str]:
    """Two numbers with only a space between them."""
    words = run.split(" ")
    for n in range(1, min(len(words), 8)):
        pair = [_kept(digits("".join(words[:n]))), _kept(digits("".join(words[n:])))]
        if all(pair):
            yield from pair


def _kept(plain: str) -> str:
    """The number of a run of digits, or "" where it can be none."""
    if not plain.removeprefix("+").isdecimal() or not LEAST <= len(plain) <= 20:
        return ""
    number = _dialled(plain)
    found = parsed(number)
    if found is None:
        return ""
    if found.country_code == _HOME:
        return _inland(number, found)
    possible = number.startswith(("+", "010")) and phonenumbers.is_possible_number(found)
    return phonenumbers.format_number(found, PhoneNumberFormat.E164) if possible else ""


def _dialled(plain: str) -> str:
    """As one dials it in Japan or from anywhere, without what is dialled in front."""
    if plain.startswith(_SHOW) and len(plain) > MOBILE_DIGITS:
        plain = plain[3:]
    for prefix in _TO_INLAND:
        if plain.startswith(prefix):
            return "+81" + plain.removeprefix(prefix)
    if plain.startswith("81") and len(plain) in (FIXED_DIGITS + 1, MOBILE_DIGITS + 1):
        return "+" + plain
    return plain


def _inland(number: str, found: PhoneNumber) -> str:
    """A number of Japan: one the books know, or one as long as such numbers are."""
    national = "0" + phonenumbers.national_significant_number(found)
    if phonenumbers.is_valid_number(found):
        long_enough = number.startswith(("0", "+")) or len(national) in (FIXED_DIGITS, MOBILE_DIGITS)
        return national if long_enough else ""
    as_long = MOBILE_DIGITS if national.startswith(_ELEVEN) else FIXED_DIGITS
    looks_right = number.startswith(("0", "+81")) and not national.startswith("00") and len(national) == as_long
    return national if looks_right else ""


def _amiss(plain: str, text: str) -> Say:
    if not plain.removeprefix("+").isdecimal():
        long_runs = [number for number in map(digits, _RUN.findall(text)) if len(number) >= LEAST]
        if len(long_runs) != 1 or _LATIN.search(text):
            return _DIGITS if _LATIN.search(text) or any(map(str.isdecimal, text)) else _NO_NUMBER
        (plain,) = long_runs
    n = len(plain)
    if plain.startswith(MOBILE) and n != MOBILE_DIGITS:
        return say(
            "{start}で始まる電話番号は、11けたです。いまは{n}けたです。もう一度見てください。", start=plain[:3], n=n
        )
    if plain.startswith("+") or (plain.startswith("00") and n > MOBILE_DIGITS and int(plain)):
        return say("外国の電話番号は、「+82」のように、+と国の番号から書いてください。")
    if not plain.startswith("0"):
        return say("電話番号を、0から始まる市外局番から書いてください。")
    if not plain.startswith("00") and n != FIXED_DIGITS:
        return say("家の電話番号は、10けたです。いまは{n}けたです。もう一度見てください。", n=n)
    return say("電話番号を、もう一度見てください。いまは{n}けたです。", n=n)


_DIGITS = say("電話番号を、0から9までの数字で書いてください。")
_NO_NUMBER = say("電話番号が必要です。電話がないときは、家族など、知らせてくれる人の番号を書いてください。")
