"""What all kinds share: one part named value, nothing typed, nothing to show; a kind tells only what is its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import ClassVar

from portal.answers.answer_type import Ask, Assisted, Doubt, Example, Problem, Problems, Typed, Value
from portal.answers.nothing import is_nothing
from portal.language.words import say

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Control signs; those for the direction of writing would turn a clerk's whole line around."""
_VISIBLE = re.compile(
    "[^\\s\u00ad\u0300-\u036f\u115f\u1160\u180b-\u180f\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e01ef]"
)
"""A sign one can see by itself: no space, joiner, accent, selector or filler."""
LONGEST = 1000
"""Signs of one box that are looked at; whoever pastes more meant another box. It also keeps every reader quick."""


def printable(typed: Typed) -> dict[str, str]:
    """What was typed without control signs, which no keyboard sends; a text nobody can see is no text."""
    plain = {part: _UNPRINTABLE.sub("", text) for part, text in typed.items()}
    return {part: text if _VISIBLE.search(text) else "" for part, text in plain.items()}


def bounded(typed: Typed, longest: int = LONGEST) -> None:
    """Whether every text can be looked at. Raises Problems for one of more signs than that."""
    for part, text in typed.items():
        if len(text) > longest:
            message = say("長すぎます。{most}文字までで書いてください。いまは{n}文字です。", most=longest, n=len(text))
            raise Problems(Problem(part, message))


def one_line(text: str) -> str:
    """A text on one line, without spaces outside, otherwise as it was typed."""
    return " ".join(text.splitlines()).strip()


class Kind:
    """A kind of answer; subclasses tell `understood`, and `lines`, `voice`, `data` where they differ from the text."""

    assists: ClassVar[tuple[str, ...]] = ()
    limits: ClassVar[Mapping[str, type]] = {}
    examples: ClassVar[tuple[Example, ...]] = ()
    longest: ClassVar[int] = LONGEST
    nothing: ClassVar[bool] = False
    """Whether words like なし mean an empty box, where an answer is not required."""

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return ("value",)

    def read(self, typed: Typed, ask: Ask, today: date) -> Value:
        bounded(typed, self.longest)
        plain = printable(typed)
        texts = [text for part in self.parts(ask) if (text := plain.get(part, "").strip())]
        if texts and not (self.nothing and not ask.required and all(map(is_nothing, texts))):
            try:
                return self.understood(plain, ask, today)
            except Problems as problems:
                problems.help = problems.help and replace(problems.help, typed=typed)
                raise
        if ask.required:
            raise Problems(*self.missing(ask))
        return None

    def doubts(self, value: Value, ask: Ask, today: date, typed: Typed | None = None) -> tuple[Doubt, ...]:
        return () if value is None else (*self.doubtful(value, ask, today), *self.unsure(value, typed or {}))

    def show(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return () if value is None else self.lines(value, ask, today)

    def speak(self, value: Value, ask: Ask, today: date) -> str:
        return "" if value is None else self.voice(value, ask, today)

    def export(self, value: Value) -> Value:
        return None if value is None else self.data(value)

    def assist(self, typed: Typed, ask: Ask, do: str) -> Assisted:
        return Assisted(typed)

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        """What is said when nothing was typed though an answer is required."""
        return (Problem("value", say("「{question}」を書いてください。", question=ask.name)),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        """The value of something typed. Raises Problems."""
        raise AssertionError(f"{type(self).__name__} does not tell how it is read")

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        """What is asked about once in an answer that was understood."""
        return ()

    def unsure(self, value: Value, typed: Typed) -> tuple[Doubt, ...]:
        """What is asked about once for the way it was typed, where it was filled up to be understood."""
        return ()

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        """Lines for people."""
        return (str(value),)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        """What a voice says."""
        return ask.words.listed(self.lines(value, ask, today))

    def data(self, value: Value) -> Value:
        """The value for other systems."""
        return value
