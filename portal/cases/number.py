"""The receipt number: ten digits people read aloud, copy by hand and type back, as in 4827-1936-02.

Eight random digits and two check digits.
"""

from __future__ import annotations

import secrets

from portal.security.check_digits import checked, unchecked

RANDOM_DIGITS = 8


def new_number() -> str:
    """A number nobody can guess; whether it is free is for the town's register to say."""
    return _grouped(f"{secrets.randbelow(10**RANDOM_DIGITS):0{RANDOM_DIGITS}d}")


def read_number(typed: str) -> str | None:
    """The number somebody typed, in any width, with words around it or none; None when it cannot be one."""
    drawn = unchecked(typed)
    return _grouped(drawn) if drawn and len(drawn) == RANDOM_DIGITS else None


def _grouped(drawn: str) -> str:
    digits = checked(drawn)
    return f"{digits[:4]}-{digits[4:8]}-{digits[8:]}"
