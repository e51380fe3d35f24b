"""A table as a CSV file (RFC 4180) that a spreadsheet opens with two clicks and that does nothing there but be read.

UTF-8 goes with a byte order mark, by which Excel knows it; Shift_JIS comes with a list of what it could not hold.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from portal.cases.exports.signs import CODE_PAGE, Replaced, held
from portal.cases.exports.table import BETWEEN

UTF_8, SHIFT_JIS = "utf-8", "shift_jis"
ENCODINGS = (UTF_8, SHIFT_JIS)
FORMULA = re.compile(r"[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠−﹢﹣﹦﹫]")
"""How a cell begins that a spreadsheet may take for a formula (OWASP, CSV Injection), full width too."""
LINES = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
REPLACED_HEADS = ("受付番号", "列", "書けない字", "字の番号", "代わりに書いた字")


class Missing(NamedTuple):
    """What could not be written: in which row (its first cell) and column."""

    row: str
    column: str
    replaced: Replaced

    @property
    def told(self) -> tuple[str, ...]:
        """It as a row of the list of them (REPLACED_HEADS)."""
        return (self.row, self.column, self.replaced.sign, self.replaced.code, self.replaced.put)


def harmless(cell: str) -> str:
    """The cell in one line without control characters; what could be a formula begins with ' and is text."""
    line = cell if cell.isprintable() else CONTROL.sub("", LINES.sub(BETWEEN, cell)).replace("\t", " ")
    return f"'{line}" if FORMULA.match(line) else line


@dataclass(frozen=True)
class Sheet:
    """How the rows of one file are written. What Shift_JIS cannot hold is told to `missing`."""

    heads: Sequence[str]
    encoding: str = UTF_8
    missing: Callable[[Missing], None] = lambda _: None

    @property
    def beginning(self) -> bytes:
        """What stands before the first row."""
        mark = BOM_UTF8 if self.encoding == UTF_8 else b""
        return mark + self.line(self.heads)

    def line(self, row: Sequence[str]) -> bytes:
        """One row."""
        cells = [harmless(cell) for cell in row]
        if self.encoding == SHIFT_JIS:
            for n, cell in enumerate(cells):
                kept, replaced = held(cell)
                cells[n] = harmless(kept)  # a sign that was replaced may begin a formula, as =, for ⁼
                for one in replaced:
                    self.missing(Missing(row[0], self.heads[n], one))
        line = io.StringIO()
        csv.writer(line).writerow(cells)
        return line.getvalue().encode(CODE_PAGE if self.encoding == SHIFT_JIS else self.encoding)

    def file(self, rows: Iterable[Sequence[str]]) -> bytes:
        """A whole file of few rows."""
        return self.beginning + b"".join(map(self.line, rows))
