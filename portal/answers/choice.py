"""One of several things; わからない is one of them where the question says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from portal.answers.answer_type import UNSURE, Ask, Example, Option, Problem, Problems, Typed, Value
from portal.answers.kind import Kind
from portal.language.folding import folded
from portal.language.words import say


class Choice(Kind):
    """Kept as the option's id. The limit `unsure` adds an option わからない, kept as "unsure"."""

    limits: ClassVar[Mapping[str, type]] = {UNSURE: bool}
    examples = (
        Example(
            {"value": "proxy"},
            "proxy",
            ("代理の人",),
            "代理の人",
            options=(Option("self", "世帯主本人"), Option("proxy", "代理の人")),
        ),
        Example(
            {"value": "unsure"},
            "unsure",
            ("わからない",),
            "わからない",
            options=(Option("self", "世帯主本人"), Option("proxy", "代理の人")),
            limits={"unsure": True},
        ),
    )

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("「{question}」の答えを、一つ選んでください。", question=ask.ask)),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        chosen = typed["value"].strip()
        known = {option.id: option.label for option in ask.offered}
        if chosen not in known:
            chosen = next((id for id, label in known.items() if folded(label) == folded(chosen) != ""), "")
        if not chosen:
            raise Problems(*self.missing(ask))
        return chosen

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        return (label(value, ask),)


def label(id: str, ask: Ask) -> str:
    """The words of an option; an id the question no longer has stays as it is."""
    return next((option.label for option in ask.offered if option.id == id), id)
