"""Check digits behind a number that people read aloud, copy by hand and type back: ISO 7064 MOD 97-10.

One wrong digit or two swapped ones never pass for another number.
"""

from __future__ import annotations

import re
import unicodedata

_MISREAD = str.maketrans("OoIlｌ", "00111")
"""Letters that a hand copying digits leaves behind."""
_MOST = 40
"""Digits of the longest number that is looked at."""


def checked(digits: str) -> str:
    """The digits with their two check digits behind them."""
    return f"{digits}{98 - int(digits) * 100 % 97:02d}"


def unchecked(typed: str) -> str | None:
    """The digits somebody typed, in any width, with any dashes, spaces or words around them, without the two check
    digits; None when those do not fit.
    """
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", typed).translate(_MISREAD))
    if not 2 < len(digits) <= _MOST or int(digits) % 97 != 1:
        return None
    return "".join(str(int(digit)) for digit in digits[:-2])
