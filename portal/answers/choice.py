"""One of several things."""

from __future__ import annotations

from datetime import date

from portal.answers.answer_type import Ask, Example, Option, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.words import say


class Choice(Kind):
    """Kept as the option's id."""

    examples = (
        Example(
            {"value": "proxy"},
            "proxy",
            ("代理の人",),
            "代理の人",
            options=(Option("self", "世帯主本人"), Option("proxy", "代理の人")),
        ),
    )

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("「{question}」の答えを、一つ選んでください。", question=ask.ask)),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        chosen = typed["value"].strip()
        if chosen not in {option.id for option in ask.options}:
            raise Problems(*self.missing(ask))
        return chosen

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return (label(value, ask),)


def label(id: str, ask: Ask) -> str:
    """The words of an option; an id the question no longer has stays as it is."""
    return next((option.label for option in ask.options if option.id == id), id)
