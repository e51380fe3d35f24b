"""The number to check by (確認番号): where a record stands in its town's log, and what stands there.

`12345-0482-7193-24`: the record's place counted from 1, eight digits of the hash of its leaf, two check digits. Whoever
holds a bundle can work it out, it stays the same for ever, and it tells nothing of a person. An act has one: that of
its first record. It is short, so it points to a record and does not prove it: that is what the bundle is for.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from portal.consent.canonical import canonical
from portal.consent.tree import leaf
from portal.security.check_digits import checked, unchecked

HASH_DIGITS = 8
MOST_DIGITS = 15
"""Digits of the greatest place that is looked for."""


class Code(NamedTuple):
    """A number to check by: the place in the log, counted from 0, and the digits of the leaf's hash."""

    place: int
    digits: str

    @property
    def text(self) -> str:
        """As it is printed and stands in addresses."""
        check = checked(f"{self.place + 1}{self.digits}")[-2:]
        return f"{self.place + 1}-{self.digits[:4]}-{self.digits[4:]}-{check}"

    def fits(self, leaf: bytes) -> bool:
        """Whether a leaf (its hash) is the one meant."""
        return self.digits == digits_of(leaf)


def digits_of(leaf: bytes) -> str:
    """Eight digits of a leaf's hash."""
    return f"{int.from_bytes(leaf[:8]) % 10**HASH_DIGITS:0{HASH_DIGITS}d}"


def code_of(kept: Any) -> str:
    """The number of the act in a bundle, as it is printed; "" for what was agreed to before there was a log."""
    first = next(iter((kept or {}).get("records", ())), None)
    return Code(first["index"], digits_of(leaf(canonical(first["record"])))).text if first else ""


def read_code(typed: str) -> Code | None:
    """The number somebody typed or scanned, in any width, with words around it; None when it cannot be one."""
    digits = unchecked(typed.rsplit("/", 1)[-1])
    if not digits or not HASH_DIGITS < len(digits) <= MOST_DIGITS + HASH_DIGITS or digits[0] == "0":
        return None
    return Code(int(digits[:-HASH_DIGITS]) - 1, digits[-HASH_DIGITS:])
