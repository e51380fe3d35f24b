"""The receipt number: ten digits people read aloud, copy by hand and type back, as in 4827-1936-02.

Eight random digits and two check digits by ISO 7064 MOD 97-10: one wrong digit or two swapped ones never
pass for somebody else's number.
"""

from __future__ import annotations

import re
import secrets
import unicodedata

RANDOM_DIGITS = 8
_MISREAD = str.maketrans("OoIlｌ", "00111")
"""Letters that a hand copying digits leaves behind."""


def new_number() -> str:
    """A number nobody can guess; whether it is free is for the town's register to say."""
    return _grouped(_checked(secrets.randbelow(10**RANDOM_DIGITS)))


def read_number(typed: str) -> str | None:
    """The number somebody typed, in any width, with any dashes, spaces or words around it; None when
    it cannot be one.
    """
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", typed).translate(_MISREAD))
    if len(digits) != RANDOM_DIGITS + 2 or int(digits) % 97 != 1:
        return None
    return _grouped("".join(str(int(digit)) for digit in digits))


def _checked(drawn: int) -> str:
    return f"{drawn * 100 + 98 - drawn * 100 % 97:010d}"


def _grouped(digits: str) -> str:
    return f"{digits[:4]}-{digits[4:8]}-{digits[8:]}"
