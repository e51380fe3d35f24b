"""The post bank's symbol and number (記号・番号) as other banks know the account: branch code and number.

Rules of the post bank. Symbols beginning with 1: branch = digits 2 and 3 of the symbol and an 8; account number = the
number without its last digit, which is always 1, filled to seven digits: 10530 / 12345671 is 058 / 1234567. Symbols
beginning with 0 (giro accounts, 振替口座): digits 2 and 3 and a 9; the number as it is, filled: 00160-9-123456 is
019 / 0123456, a checking account.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.answers.account import NUMBER_DIGITS
from portal.answers.answer_type import Doubt, Typed, Value
from portal.language.width import KANJI_DIGITS, digits, narrow
from portal.language.words import Say, say

POST = "9900"
MOST_DIGITS = 8
SYMBOL_DIGITS = 5
LAST_IS_ONE = say("番号を見直してください。ゆうちょ銀行の通帳の番号は、8けたまでで、最後は1です。")
_GIRO_NUMBER = say("番号を見直してください。0から始まる記号のとき、番号は6けたまでです。")
_AROUND = re.compile("記号|番号|[-:/・,、 の番]")
_GROUPS = re.compile("[0-9]+")
_BETWEEN = re.compile("^[0-9][- ](?=[0-9])")
"""The single digit some passbooks print in front of the number."""
_TOGETHER = range(SYMBOL_DIGITS + 6, SYMBOL_DIGITS + MOST_DIGITS + 1)
"""Digits of a symbol and a number written without anything between them."""


@dataclass(frozen=True)
class PostalNumber:
    """An account of the post bank as its passbook names it."""

    symbol: str
    number: str

    @property
    def branch(self) -> str:
        """The three-digit code of its branch."""
        return self.symbol[1:3] + ("9" if self.is_giro else "8")

    @property
    def account(self) -> str:
        """The seven digits other banks ask for."""
        return (self.number if self.is_giro else self.number[:-1]).zfill(NUMBER_DIGITS)

    @property
    def kind(self) -> str:
        """The kind of account, which the symbol tells."""
        return "checking" if self.is_giro else "ordinary"

    @property
    def is_giro(self) -> bool:
        """Whether it is a giro account."""
        return self.symbol.startswith("0")


def apart(text: str) -> tuple[str, str] | None:
    """Symbol and number written together, the number "" where only the symbol is; None where there is no symbol.

    The single digit some passbooks print between them is passed over.
    """
    plain = narrow(text).translate(KANJI_DIGITS)
    if not _AROUND.sub("", plain).isdecimal():
        return None
    first, *rest = _GROUPS.findall(plain)
    if not first.startswith(("0", "1")):
        return None
    if not rest and len(first) in _TOGETHER and first.startswith("1"):
        return first[:SYMBOL_DIGITS], first[SYMBOL_DIGITS:]
    if len(first) not in (SYMBOL_DIGITS, SYMBOL_DIGITS + 1):
        return None
    if rest and len(rest[0]) == 1:
        rest = rest[1:]
    return first[:SYMBOL_DIGITS], "".join(rest)


def postal(symbol: str, number: str) -> PostalNumber | None:
    """The account of a symbol and a number; None where the passbook can have no such number.

    A number that does not end in 1 and has less than eight digits is the one for other banks already.
    """
    plain = digits(_BETWEEN.sub("", narrow(number.replace("番号", "")).translate(KANJI_DIGITS)))
    if not plain.isdecimal() or not int(plain[:20]):
        return None
    if symbol.startswith("0"):
        return PostalNumber(symbol, plain) if len(plain) < NUMBER_DIGITS else None
    if not plain.endswith("1"):
        plain += "1" if len(plain) <= NUMBER_DIGITS else ""
    return PostalNumber(symbol, plain) if 2 <= len(plain) <= MOST_DIGITS and plain.endswith("1") else None


def no_number(symbol: str) -> Say:
    """What to say where a symbol's number can be none."""
    return _GIRO_NUMBER if symbol.startswith("0") else LAST_IS_ONE


def ends_in_one(value: Value, typed: Typed) -> tuple[Doubt, ...]:
    """What is asked about a passbook's number that was typed without the 1 at its end: it may lack another digit."""
    kept = value.get("postal_number", "")
    if not kept or value["symbol"].startswith("0") or kept in digits(" ".join(typed.values())):
        return ()
    message = say("番号の最後に1を付けて、{number}にしました。通帳に書いてあるのと同じか、見てください。", number=kept)
    return (Doubt("number", message, "number-filled"),)
