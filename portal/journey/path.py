"""The path: which questions lie on this resident's way, derived from the answers each time, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from portal.catalogue.document import Question
from portal.journey.draft import Draft

APPLICANT = "a"
"""The person id of the applicant among the people of a household question."""


class Stop(NamedTuple):
    """One question on the way, of one person where it is asked of each."""

    question: Question
    person: str | None = None

    @property
    def key(self) -> str:
        """The stop's name in addresses and in the draft."""
        return f"{self.question.id}.{self.person}" if self.person else self.question.id


def path(draft: Draft) -> list[Stop]:
    """Every stop on the way as the answers stand, first to last."""
    if draft.stops is None:
        draft.stops = [stop for stop in _stops(draft) if _wanted(draft, stop, {})]
    return draft.stops


def expected(draft: Draft) -> int:
    """How many stops the way will have if each choice still open takes its shortest branch.

    It grows only when a longer branch is chosen, never for a reason the resident cannot see.
    """
    shortest = draft.version.shortest
    return sum(_wanted(draft, stop, shortest) for stop in _stops(draft))


def next_stop(draft: Draft, stops: list[Stop]) -> Stop | None:
    """The first stop without an answer, or None when the way is complete."""
    return next((stop for stop in stops if not answered(draft, stop)), None)


def answered(draft: Draft, stop: Stop) -> bool:
    """Whether a stop has its answer."""
    kept = draft.answers.get(stop.key)
    return kept is not None and kept.answered


def position(stops: list[Stop], at: Stop) -> int:
    """How many stops lie before this one."""
    key = at.key  # comparing keys: comparing whole questions costs more than the page
    return next(n for n, stop in enumerate(stops) if stop.key == key)


def people(draft: Draft, question: str) -> dict[str, Any]:
    """The people of a household question by their ids, in the order they were told."""
    kept = draft.answers.get(question)
    return {person["id"]: person for person in kept.value["people"]} if kept and kept.value else {}


def _stops(draft: Draft) -> Iterator[Stop]:
    """Questions asked of each person run person by person, so that one person's pages stay together."""
    questions = draft.version.source.questions
    n = 0
    while n < len(questions):
        question = questions[n]
        if question.each is None:
            yield Stop(question)
            n += 1
            continue
        group = [question]
        while n + len(group) < len(questions) and _together(questions[n + len(group)], question):
            group.append(questions[n + len(group)])
        ids = ([APPLICANT] if question.including else []) + list(people(draft, question.each))
        yield from (Stop(each, person) for person in ids for each in group)
        n += len(group)


def _together(left: Question, right: Question) -> bool:
    return left.each == right.each and left.including == right.including


def _wanted(draft: Draft, stop: Stop, assumed: Mapping[str, Any]) -> bool:
    wanted = draft.version.conditions.get(stop.question.id)
    return wanted is None or wanted(partial(_value, draft, stop.person, assumed))


def _value(draft: Draft, person: str | None, assumed: Mapping[str, Any], id: str) -> Any:
    own = draft.value(f"{id}.{person}") if person else None
    value = draft.value(id) if own is None else own
    return assumed.get(id) if value is None else value
