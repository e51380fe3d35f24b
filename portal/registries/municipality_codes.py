"""Codes of municipalities: six digits, the last a check digit (総務省 全国地方公共団体コード)."""

from __future__ import annotations

from dataclasses import dataclass

from portal.registries.lookup import Lookup

_WEIGHTS = (6, 5, 4, 3, 2)
_COLUMNS = "code, prefecture, name, prefecture_kana, name_kana"


@dataclass(frozen=True)
class Town:
    """A town or ward as the post knows it."""

    code: str
    prefecture: str
    name: str
    prefecture_kana: str
    name_kana: str


class MunicipalityCodes:
    """Towns by their code."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def find(self, code: str) -> Town | None:
        """The town of a six-digit code, or None."""
        rows = self._lookup(f"SELECT {_COLUMNS} FROM town WHERE code = ?", code)
        return Town(*rows[0]) if rows else None

    def all(self) -> list[Town]:
        """Every town, by code."""
        return [Town(*row) for row in self._lookup(f"SELECT {_COLUMNS} FROM town ORDER BY code")]


def check_digit(five: str) -> str:
    """The sixth digit: the last digit of 11 − (Σ digit × 6, 5, 4, 3, 2) mod 11; 13101 gives 6."""
    if len(five) != 5 or not (five.isascii() and five.isdecimal()):
        raise ValueError("a code without its check digit has five digits")
    total = sum(int(digit) * weight for digit, weight in zip(five, _WEIGHTS, strict=True))
    return str((11 - total % 11) % 10)


def six_digits(five: str) -> str:
    """The whole code of a five-digit JIS X 0402 code: 13101 becomes 131016."""
    return five + check_digit(five)


def is_valid(code: str) -> bool:
    """Whether six digits can be a municipality's code."""
    return len(code) == 6 and code.isascii() and code.isdecimal() and check_digit(code[:5]) == code[5]
