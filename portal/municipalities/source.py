"""A YAML file that remembers the line of every value, so that a mistake can be shown where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import AfterValidator, ValidationError

MEANINGS = {
    "missing": "'{key}' is missing; add it",
    "extra_forbidden": "nothing is called '{key}' here; remove it or mend its spelling",
    "string_pattern_mismatch": "'{key}' takes small letters a-z, digits and hyphens, and starts with a letter",
    "string_type": "'{key}' must be words; put quotes around it",
    "string_too_short": "'{key}' is empty; write it or remove the line",
    "int_type": "'{key}' must be a whole number",
    "tuple_type": "'{key}' must be a list, one '- ' line each",
    "too_long": "'{key}' has too many entries",
    "too_short": "'{key}' needs at least one entry",
    "literal_error": "'{key}' must be {expected}",
    "greater_than_equal": "'{key}' must be {ge} or more",
    "less_than_equal": "'{key}' must be {le} or less",
    "union_tag_not_found": "say with 'kind' what this entry of '{key}' is",
    "union_tag_invalid": "'kind' must be one of {expected_tags}",
    "value_error": "'{key}' {error}",
    "before_batch": "'{key}' must be {least} or more, as new cases come in batches only",
    "open_and_closed": "'{key}' has {day}, which is 'closed' too; keep it in one of them",
    "date_type": "'{key}' must be a day like 2026-04-01",
    "date_from_datetime_parsing": "'{key}' must be a day like 2026-04-01",
}
"""What the mistakes of pydantic's that an author may make mean to the author."""
Place = tuple[str | int, ...]
"""Where a value stands: ("questions", 3, "kind")."""


def written_as(pattern: str, meaning: str) -> AfterValidator:
    """A text of this shape; `meaning` goes on from "'key' " and says how to mend one that is not."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(meaning)
        return text

    return AfterValidator(check)


@dataclass(frozen=True)
class Fault:
    """One mistake: file, line (from 1), what is wrong and how to mend it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class Faulty(Exception):
    """Files that may not be served; `faults` has every mistake found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


class Source:
    """One YAML file: its data and its lines. Raises Faulty when it is no YAML mapping."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._root = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
            self.data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or "this is not readable YAML"
            raise Faulty([Fault(path, mark.line + 1 if mark else 1, f"{problem}; mend the YAML here")]) from None
        except UnicodeDecodeError:
            raise Faulty([Fault(path, 1, "the file is not UTF-8; save it as UTF-8")]) from None
        if not isinstance(self.data, dict):
            raise Faulty([Fault(path, 1, "the file must be a list of 'key: value' lines")])
        self.faults = list(self._twice(self._root, ()))

    def fault(self, place: Place, message: str) -> Fault:
        """A mistake at a place."""
        return Fault(self.path, self.line(place), message)

    def misshapen(self, error: ValidationError) -> list[Fault]:
        """What is not shaped as it should be, in words and each at its place."""
        return [self.fault(place, message) for place, message in misshapen(error)]

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing around it that exists.

        Steps that stand in no file are passed over: pydantic names the kind an entry was read as.
        """
        node = self._root
        line = 1
        for step in place:
            found = _child(node, step)
            if found is not None:
                line, node = found
        return line

    def _twice(self, node: Any, place: Place) -> list[Fault]:
        """YAML takes the last of two equal keys silently; here it is a mistake."""
        found: list[Fault] = []
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if key.value in seen:
                    found.append(
                        Fault(self.path, key.start_mark.line + 1, f"'{key.value}' stands here twice; keep one")
                    )
                seen.add(key.value)
                found += self._twice(value, (*place, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for n, value in enumerate(node.value):
                found += self._twice(value, (*place, n))
        return found


def misshapen(error: ValidationError) -> list[tuple[Place, str]]:
    """What is not shaped as it should be, by place and in words."""
    return [(_place(one["loc"]), _meaning(one)) for one in error.errors(include_url=False)]


def _child(node: Any, step: str | int) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        value = node.value[step]
        return value.start_mark.line + 1, value
    return None


def _place(loc: tuple[str | int, ...]) -> Place:
    return tuple(step for step in loc if step != "[key]")


def _meaning(error: Any) -> str:
    key = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "file")
    sentence = MEANINGS.get(error["type"], "'{key}': " + str(error["msg"]))
    return sentence.format(key=key, **{"expected": "", **error.get("ctx", {})})
