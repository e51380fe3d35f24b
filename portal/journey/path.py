"""The path: which questions lie on this resident's way, derived from the answers each time, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

from portal.catalogue.document import Question
from portal.catalogue.version import Version
from portal.journey.draft import Draft

APPLICANT = "a"
"""The person id of the applicant among the people of a household question."""
MOST_WAYS = 2_000
"""Ways remembered for one version; most residents walk one of a few dozen."""


@dataclass(frozen=True)
class Stop:
    """One question on the way, of one person where it is asked of each."""

    question: Question
    person: str | None = None

    @cached_property
    def key(self) -> str:
        """The stop's name in addresses and in the draft."""
        return f"{self.question.id}.{self.person}" if self.person else self.question.id


class Turns(NamedTuple):
    """All that decides a way, and nothing personal: choices made, and how many people there are."""

    choices: tuple[tuple[str, Any], ...]
    people: tuple[tuple[str, tuple[str, ...]], ...]


class Way(NamedTuple):
    """The stops of a way, and how many it will have if each choice still open takes its shortest branch."""

    stops: list[Stop]
    expected: int


def way(draft: Draft) -> Way:
    """The way as the answers stand; the same turns lead the same way, so each is worked out once."""
    if draft.way is None:
        version = draft.version
        turns = _turns(draft)
        draft.way = version.kept.get(turns)
        if draft.way is None:
            if len(version.kept) >= MOST_WAYS:
                version.kept.clear()
            draft.way = version.kept[turns] = _worked_out(version, turns)
    found: Way = draft.way
    return found


def path(draft: Draft) -> list[Stop]:
    """Every stop on the way, first to last."""
    return way(draft).stops


def expected(draft: Draft) -> int:
    """How many stops to tell of: it grows only when a longer branch is chosen, never for an unseen reason."""
    return way(draft).expected


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


def _turns(draft: Draft) -> Turns:
    choices, version = [], draft.version
    for question in version.deciding:
        persons = (APPLICANT, *people(draft, question.each)) if question.each else ()
        for key in [f"{question.id}.{person}" for person in persons] or [question.id]:
            if (value := draft.value(key)) is not None:
                choices.append((key, tuple(value) if isinstance(value, list) else value))
    return Turns(tuple(choices), tuple((id, tuple(people(draft, id))) for id in version.households))


def _worked_out(version: Version, turns: Turns) -> Way:
    choices, stops = dict(turns.choices), list(_stops(version, dict(turns.people)))
    return Way(
        [stop for stop in stops if _wanted(version, stop, choices)],
        sum(_wanted(version, stop, {**version.shortest, **choices}) for stop in stops),
    )


def _stops(version: Version, people: Mapping[str, tuple[str, ...]]) -> Iterator[Stop]:
    """Questions asked of each person run person by person, so that one person's pages stay together."""
    questions = version.source.questions
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
        ids = ((APPLICANT,) if question.including else ()) + people[question.each]
        yield from (Stop(each, person) for person in ids for each in group)
        n += len(group)


def _together(left: Question, right: Question) -> bool:
    return left.each == right.each and left.including == right.including


def _wanted(version: Version, stop: Stop, choices: Mapping[str, Any]) -> bool:
    wanted = version.conditions.get(stop.question.id)
    return wanted is None or wanted(partial(_choice, choices, stop.person))


def _choice(choices: Mapping[str, Any], person: str | None, id: str) -> Any:
    own = choices.get(f"{id}.{person}") if person else None
    return choices.get(id) if own is None else own
