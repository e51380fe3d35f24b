"""Tables of what people really type: read, compared with what they mean, and counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from portal.answers import KINDS
from portal.answers.answer_type import Ask, Option, Problems
from tests.answers.given import TODAY, ask, told

FOLDER = Path(__file__).parent / "tables"
FIRST_BOX = {"date": "year", "address": "town", "person_name": "family", "bank_account": "bank", "household": "family"}
FIRST_BOX |= {"postal_account": "symbol"}


@dataclass(frozen=True)
class Row:
    """One thing somebody types: what it means, or which boxes must be asked about again and in which words."""

    table: str
    named: str
    kind: str
    typed: Mapping[str, str]
    question: Ask
    kept: Any
    amiss: Mapping[str, str] | None
    doubts: tuple[str, ...]

    def result(self) -> str:
        """`as meant`, `missed` (asked again without need), or `wrong` with what was taken for it."""
        try:
            value = KINDS[self.kind].read(self.typed, self.question, TODAY)
        except Problems as problems:
            said = told(problems)
            if self.amiss is None:
                return f"missed: {said}"
            right = said.keys() == self.amiss.keys() and all(self.amiss[part] in text for part, text in said.items())
            return "as meant" if right else f"asked otherwise: {said}"
        if self.amiss is not None or not _within(self.kept, value):
            return f"wrong: {value}"
        doubts = tuple(doubt.code for doubt in KINDS[self.kind].doubts(value, self.question, TODAY, self.typed))
        return "as meant" if doubts == self.doubts else f"doubted otherwise: {doubts}"


def tables() -> list[str]:
    """The tables' names."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def rows(table: str) -> Iterator[Row]:
    """Every row of a table."""
    data = yaml.safe_load((FOLDER / f"{table}.yaml").read_text(encoding="utf-8"))
    for line in data["rows"]:
        kind = line.get("kind", data.get("kind"))
        typed = line["typed"] if isinstance(line["typed"], dict) else {FIRST_BOX.get(kind, "value"): line["typed"]}
        labels = line.get("options", data.get("options", {}))
        yield Row(
            table=table,
            named=line["named"],
            kind=kind,
            typed={part: "" if text is None else str(text) for part, text in (data.get("boxes", {}) | typed).items()},
            question=ask(
                kind,
                options=tuple(Option(id, label) for id, label in labels.items()),
                limits=line.get("limits", data.get("limits", {})),
                required=line.get("required", True),
            ),
            kept=line.get("kept"),
            amiss=line.get("amiss"),
            doubts=tuple(line.get("doubts", ())),
        )


def _within(wanted: Any, found: Any) -> bool:
    """Whether everything wanted is found; a value may hold more."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(part in found and _within(wanted[part], found[part]) for part in wanted)
    return bool(wanted == found)
