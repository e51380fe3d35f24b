"""A list of texts: a box for each, one more to write in, and for whom each is shown, which stays as the file has it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from portal.desk.town.editing.field import WORDS, Amiss, Field
from portal.language.words import Say, say
from portal.municipalities.text import written

MOST = 10
"""Texts of a list, unless a file has more: with their languages they are what a form may bring."""
WHEN = "when"
NUMBERED = say("{label}（{n}）")
SOME = say("答えによって、この文が出る人と、出ない人がいます。")


class Line(NamedTuple):
    """A text of a list; shown to those alone for whom `when` holds, where it holds anything."""

    text: str
    when: Mapping[str, Any]


@dataclass(frozen=True)
class Listed(Field):
    """`conditions` are those a line may bear; `most` is how many lines there are at most."""

    kind: str = WORDS
    conditions: tuple[Mapping[str, Any], ...] = ()
    most: int = MOST

    def typed(self, value: Sequence[Line]) -> dict[str, str]:
        """A list as the boxes of a form hold it."""
        told: dict[str, str] = {}
        for box, line in zip(self._every(), value, strict=False):
            told |= box.typed(line.text)
            told |= {f"{box.name}.{WHEN}": _told(line.when)} if line.when else {}
        return told

    def read(self, typed: Mapping[str, str], today: date) -> Any:
        """What was typed, as the file would have it; no line bears a condition that nobody gave it. Raises Amiss."""
        known = {_told(when): when for when in self.conditions}
        found: list[Any] = []
        for box in self.written(typed):
            try:
                text = box.read(typed, today)
            except Amiss as error:
                raise Amiss(error.words, box.name) from None
            when = known.get(typed.get(f"{box.name}.{WHEN}", ""))
            found.append({"text": text, "when": when} if when else text)
        return found

    @property
    def first(self) -> str:
        """The first of the boxes."""
        return f"{self.name}.0"

    def kept(self, value: Any) -> Any:
        """A list of a service as the file would have it."""
        lines = [(written(line.text), line.when) for line in value]
        return [{"text": text, "when": when} if when else text for text, when in lines]

    def written(self, typed: Mapping[str, str]) -> list[Field]:
        """The boxes in which something stands, in any language."""
        return [
            box
            for box in self._every()
            if any(text.strip() for name, text in typed.items() if _of(box, name) and not name.endswith(f".{WHEN}"))
        ]

    def offered(self, typed: Mapping[str, str]) -> list[Field]:
        """The boxes of a form: all up to the last in which something stands, and one more."""
        boxes, last = [*self._every()], self.written(typed)[-1:]
        return boxes[: boxes.index(last[0]) + 2 if last else 1]

    def _every(self) -> Iterator[Field]:
        for n in range(self.most):
            yield Field(f"{self.name}.{n}", Say(NUMBERED.text, {"label": self.label, "n": n + 1}), kind=WORDS)


def _of(box: Field, name: str) -> bool:
    return name == box.name or name.startswith(f"{box.name}.")


def _told(when: Mapping[str, Any]) -> str:
    return json.dumps(when, ensure_ascii=False, sort_keys=True)
