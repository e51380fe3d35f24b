"""A folder of exported files: they are the owner's alone, grow row by row, and get their names when they are whole."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from portal.cases.document import document
from portal.cases.exports.sheet import REPLACED_HEADS, UTF_8, Missing, Sheet
from portal.cases.exports.table import Table, Told

CSV, JSON_LINES = "csv", "jsonl"
FORMATS = (CSV, JSON_LINES)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Folder:
    """Takes case after case, within a `with`; should that end by an exception, nothing is left behind.

    As CSV: for each service <town>-<service>.csv, the people of households in …-people.csv, and in …-signs.csv what
    Shift_JIS could not hold. As JSON Lines: <town>.jsonl, in each line what the API tells of the case.
    """

    def __init__(self, path: Path, town: str, tables: Mapping[str, Table], encoding: str = UTF_8) -> None:
        self.path = path
        self.town = town
        self.tables = tables
        self.encoding = encoding
        self.written: dict[str, int] = {}
        """Rows in each file so far."""
        self._open: dict[str, IO[bytes]] = {}
        self._closing = ExitStack()

    def __enter__(self) -> Self:
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()
        for name in self._open:
            if kind is None:
                self._draft(name).replace(self.path / name)
            else:
                self._draft(name).unlink()

    def line(self, told: Told) -> None:
        """Keep one case as a line of JSON."""
        body = _encode(document(told.case, told.taken, told.principal))
        self._write(f"{self.town}.jsonl", lambda: b"", body.encode() + b"\n")

    def row(self, told: Told) -> None:
        """Keep one case as a row, and its people as theirs."""
        case = told.case
        table, name = self.tables.get(case.service) or Table.of(()), f"{self.town}-{case.service}"
        sheet = self._sheet(name, table.heads)
        self._write(f"{name}.csv", lambda: sheet.beginning, sheet.line(table.row(told)))
        people = self._sheet(name, table.people_heads)
        for row in table.people(case):
            self._write(f"{name}-people.csv", lambda: people.beginning, people.line(row))

    def _sheet(self, name: str, heads: tuple[str, ...]) -> Sheet:
        replaced = Sheet(REPLACED_HEADS)

        def missing(one: Missing) -> None:
            self._write(f"{name}-signs.csv", lambda: replaced.beginning, replaced.line(one.told))

        return Sheet(heads, self.encoding, missing)

    def _write(self, name: str, beginning: Callable[[], bytes], line: bytes) -> None:
        if name not in self._open:
            draft = os.open(self._draft(name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            self._open[name] = self._closing.enter_context(os.fdopen(draft, "wb"))
            self._open[name].write(beginning())
        self._open[name].write(line)
        self.written[name] = self.written.get(name, 0) + 1

    def _draft(self, name: str) -> Path:
        return self.path / f".{name}.draft"
