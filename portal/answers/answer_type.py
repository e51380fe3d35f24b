"""The contract of every kind of answer: read what people type, show it, speak it, hand it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from portal.language.words import Say, Words, say

Typed = Mapping[str, str]
"""Form part → exactly what was typed; flat."""
Value = Any
"""Plain JSON: a text, a number, an ISO date, a dict of parts."""
UNSURE = "unsure"
"""The option of those who do not know, where a choice has the limit of that name."""


@dataclass(frozen=True)
class Option:
    """One thing to choose; its texts are already in the reader's language."""

    id: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class Ask:
    """A question as it is put to one reader; its texts are already in `words.language`."""

    id: str
    kind: str
    ask: str
    required: bool
    options: tuple[Option, ...]
    limits: Mapping[str, Any]
    words: Words
    short: str = ""
    """What is asked, in a few words; a message names the question by it."""
    holder: str = ""
    """The applicant's name in kana, where an account is asked for: what its passbook most often has."""

    @property
    def name(self) -> str:
        """The question in a few words, or as it is asked."""
        return self.short or self.ask

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options, with わからない as the last where the question lets one say so."""
        if not self.limits.get(UNSURE) or any(option.id == UNSURE for option in self.options):
            return self.options
        return (*self.options, Option(UNSURE, self.words(say("わからない"))))


@dataclass(frozen=True)
class Problem:
    """What is amiss with one part, and the way out."""

    part: str
    message: Say


@dataclass(frozen=True)
class Doubt:
    """What is probably amiss with one part and may yet be right: told once, never in the way.

    `code` names the doubt for staff and other systems, e.g. "check-digit".
    """

    part: str
    message: Say
    code: str


@dataclass(frozen=True)
class Assisted:
    """A page after a helper button: parts filled in, choices to offer under a part, a note, where to go on.

    `offers` maps a part to the options of a radio list whose name is that part and whose values are the options' ids.
    """

    typed: Typed
    offers: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    note: Say | None = None
    focus: str = ""


class Problems(Exception):
    """An answer that cannot be taken yet. `help` carries offers where several things may be meant.

    The exception's own text holds no word of the resident.
    """

    def __init__(self, *found: Problem, help: Assisted | None = None) -> None:
        super().__init__(", ".join(problem.part for problem in found))
        self.found = found
        self.help = help


@dataclass(frozen=True)
class Example:
    """A typed answer, the value it is kept as, and how it is shown and spoken in Japanese."""

    typed: Typed
    value: Value
    shown_ja: tuple[str, ...]
    spoken_ja: str
    options: tuple[Option, ...] = ()
    limits: Mapping[str, Any] = field(default_factory=dict)


class AnswerType(Protocol):
    """One kind of answer. An unanswered question's value is None: shown as nothing, spoken as nothing."""

    @property
    def assists(self) -> tuple[str, ...]:
        """What helper buttons do (`do=<verb>`)."""

    @property
    def limits(self) -> Mapping[str, type]:
        """Which `limits:` a question of this kind may have, and of what type."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """Tested examples for documents and accessibility pages."""

    def parts(self, ask: Ask) -> tuple[str, ...]:
        """Form fields in reading order."""

    def read(self, typed: Typed, ask: Ask, today: date) -> Value:
        """The value of what was typed; None where nothing was typed and nothing is required. Raises Problems."""

    def doubts(self, value: Value, ask: Ask, today: date, typed: Typed | None = None) -> tuple[Doubt, ...]:
        """What a friendly clerk would ask about once, though the answer can be taken as it is."""

    def show(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        """Lines for people, in `ask.words`."""

    def speak(self, value: Value, ask: Ask, today: date) -> str:
        """What a voice says, in the same language."""

    def export(self, value: Value) -> Value:
        """The value for other systems, with stable English keys."""

    def assist(self, typed: Typed, ask: Ask, do: str) -> Assisted:
        """The page after a helper button; an unknown verb changes nothing."""
