"""Questions as tests put them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from portal.answers import KINDS
from portal.answers.answer_type import Ask, Option, Problems
from portal.language.words import words_for

TODAY = date(2026, 11, 24)
QUESTION = "伝えたいこと"


def ask(kind: str, language: str = "ja", **more: Any) -> Ask:
    """A required question of a kind, without options or limits where none are given."""
    plain: dict[str, Any] = {"required": True, "options": (), "limits": {}}
    return Ask(id="q", kind=kind, ask=QUESTION, words=words_for(language), **(plain | more))


def options(**labels: str) -> tuple[Option, ...]:
    """Options by id and label."""
    return tuple(Option(id, label) for id, label in labels.items())


def read(kind: str, typed: Mapping[str, str] | str, **more: Any) -> Any:
    """What is kept of what was typed; a single text goes to the part value."""
    parts = {"value": typed} if isinstance(typed, str) else typed
    return KINDS[kind].read(parts, ask(kind, **more), TODAY)


def refused(kind: str, typed: Mapping[str, str] | str, **more: Any) -> Problems:
    """The problems of what was typed."""
    with pytest.raises(Problems) as caught:
        read(kind, typed, **more)
    return caught.value


def told(problems: Problems) -> dict[str, str]:
    """Problems in Japanese, by part."""
    return {problem.part: words_for("ja")(problem.message) for problem in problems.found}


def shown(kind: str, value: Any, **more: Any) -> tuple[str, ...]:
    """A value as people see it."""
    return KINDS[kind].show(value, ask(kind, **more), TODAY)


def spoken(kind: str, value: Any, **more: Any) -> str:
    """A value as people hear it."""
    return KINDS[kind].speak(value, ask(kind, **more), TODAY)
