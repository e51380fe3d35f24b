"""A version: one service as one town asks it from one day on, frozen, named by the hash of its words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any

from portal.answers.answer_type import Ask, Option
from portal.catalogue.conditions import Condition, Lookup, asked, condition
from portal.catalogue.document import Question, Service
from portal.catalogue.words import translated
from portal.language.words import SOURCE, words_for


@dataclass(frozen=True)
class Told:
    """A version in one language: its texts, and each question ready to be asked."""

    service: Service
    questions: Mapping[str, Question]
    asks: Mapping[str, Ask]
    named: frozenset[str]
    """The questions with somebody's name in their words, which is filled in for each resident."""


@dataclass(frozen=True)
class Version:
    """One service of one town; `data` is its YAML tree with the town's overrides laid over it."""

    municipality: str
    service: str
    effective: date
    data: Mapping[str, Any] = field(repr=False)
    hash: str = ""
    kept: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    """What rooms above have worked out of this version once and for all."""
    _told: dict[str, Told] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, municipality: str, service: str, effective: date, data: Mapping[str, Any]) -> Version:
        """A version with its hash. Raises pydantic's ValidationError for a tree of the wrong shape."""
        version = cls(municipality, service, effective, data, fingerprint(data))
        version.told(SOURCE)
        return version

    @cached_property
    def conditions(self) -> Mapping[str, Condition]:
        """The condition of each question that has one, by its id."""
        return {question.id: condition(question.when) for question in self.source.questions if question.when}

    def coming(self, language: str, value_of: Lookup) -> tuple[str, ...]:
        """What happens after sending, for somebody with these answers."""
        lines = self.told(language).service.next
        return tuple(
            line if isinstance(line, str) else line.text
            for line in lines
            if isinstance(line, str) or condition(line.when)(value_of)
        )

    @cached_property
    def deciding(self) -> tuple[Question, ...]:
        """The questions whose answers decide which others are asked."""
        looked_at = {id for question in self.source.questions for id, _ in asked(question.when)}
        return tuple(question for question in self.source.questions if question.id in looked_at)

    @cached_property
    def households(self) -> tuple[str, ...]:
        """The ids of the questions that list people."""
        return tuple(question.id for question in self.source.questions if question.kind == "household")

    @cached_property
    def shortest(self) -> Mapping[str, Any]:
        """For each choice and yes-or-no, the answer that brings the fewest further questions."""
        return {
            question.id: min(_choices(question), key=partial(self._brings, question.id))
            for question in self.source.questions
            if _choices(question)
        }

    def _brings(self, id: str, value: Any) -> int:
        alone = {id: value}.get
        about = [question for question in self.source.questions if id in {key for key, _ in asked(question.when)}]
        return sum(self.conditions[question.id](alone) for question in about)

    @cached_property
    def source(self) -> Service:
        """The service in Japanese."""
        return self.told(SOURCE).service

    def told(self, language: str) -> Told:
        """The version in a language, made once. Raises KeyError for an unknown language."""
        if language not in self._told:
            self._told[language] = _tell(self.data, language)
        return self._told[language]


def _choices(question: Question) -> list[Any]:
    if question.kind == "yes_no":
        return [True, False]
    return [option.id for option in question.options] if question.kind == "choice" else []


def fingerprint(data: Mapping[str, Any]) -> str:
    """SHA-256 of a YAML tree as sorted JSON; equal words give equal hashes."""
    return hashlib.sha256(frozen(data).encode()).hexdigest()


def frozen(data: Mapping[str, Any]) -> str:
    """A YAML tree as one line of JSON, dates as ISO text."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)


def shaped(data: Mapping[str, Any]) -> Service:
    """The tree as a Service. Raises pydantic's ValidationError."""
    # JSON mode reads lists as tuples and ISO text as dates, and is strict all the same.
    return Service.model_validate_json(frozen(data), strict=True)


def _tell(data: Mapping[str, Any], language: str) -> Told:
    words = words_for(language)
    service = shaped(translated(data, words, data.get("figures", {})))
    asks = {
        question.id: Ask(
            id=question.id,
            kind=question.kind,
            ask=question.ask,
            required=question.required is True,
            options=tuple(Option(o.id, o.label, o.hint) for o in question.options),
            limits=question.limits,
            words=words,
            short=question.short,
        )
        for question in service.questions
    }
    named = frozenset(question.id for question in service.questions if any("{" in text for text in _words(question)))
    return Told(service, {question.id: question for question in service.questions}, asks, named)


def _words(question: Question) -> Iterator[str]:
    yield from (question.ask, question.hint, question.why, question.short)
    yield from (text for option in question.options for text in (option.label, option.hint))
