"""The post bank's symbol and number (記号・番号) as other banks know the account: branch code and number.

Rule of the post bank for symbols beginning with 1: branch = digits 2 and 3 of the symbol and an 8; account number =
the number without its last digit, which is always 1, filled to seven digits. 10530 / 12345671 is 058 / 1234567.
"""

from __future__ import annotations

import re

from portal.answers.account import NUMBER_DIGITS
from portal.language.width import KANJI_DIGITS, digits, narrow

POST = "9900"
MOST_DIGITS = 8
_SYMBOL = re.compile(r"(1[0-9]{4})(?:[- ][0-9])?")
_BOTH = re.compile(r"(1[0-9]{4})(?:-[0-9])?[- ]+([0-9]{2,8})")


def symbol_of(text: str) -> str | None:
    """The five digits of a symbol; the digit some passbooks print after it is passed over."""
    found = _SYMBOL.fullmatch(narrow(text).translate(KANJI_DIGITS))
    return found[1] if found else None


def number_of(text: str) -> str | None:
    """The number, up to eight digits, ending in 1."""
    number = digits(text)
    fits = number.isdecimal() and 2 <= len(number) <= MOST_DIGITS and number.endswith("1")
    return number if fits else None


def apart(symbol: str, number: str) -> tuple[str, str]:
    """Symbol and number where both were typed in the symbol's box; else as they were."""
    found = None if number.strip() else _BOTH.fullmatch(narrow(symbol))
    return (found[1], found[2]) if found else (symbol, number)


def branch_code(symbol: str) -> str:
    """The three-digit code of the branch: 10530 is 058."""
    return symbol[1:3] + "8"


def account_number(number: str) -> str:
    """The seven digits other banks ask for: 12345671 is 1234567."""
    return number[:-1].zfill(NUMBER_DIGITS)
