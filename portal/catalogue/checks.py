"""What a service's file must hold beyond its shape: ids, kinds, conditions and {names} that fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from portal.answers import KINDS
from portal.answers.answer_type import UNSURE
from portal.catalogue.conditions import JOINS, asked
from portal.catalogue.document import Consent, Question, Service
from portal.catalogue.version import shaped
from portal.catalogue.words import names, texts
from portal.municipalities.source import Place, misshapen

Found = Iterator[tuple[Place, str]]
RESERVED = {"review", "consent", "done", "later", "notice", "withdraw", "bundle", "paper"}
DECIDING = ("choice", "choices", "yes_no")
CHOOSING = {"choice", "choices", "household"}
PERSONAL = {"name", "applicant"}
ACT = "act"
"""The id of the act itself among the statements of its record."""
PRESSED = ("act", "statements", "optional", "mandate", "recall")
COUNTER = ("bring", "where")
LONGEST_YEAR = 366
TOLD = {
    "level": "which seal it stands for, L0 to L4",
    "basis": "the law or rule that asks for that much",
    "years": "how long the answers are kept",
}
"""What a file says of its consent, even where there is something usual."""


def mistakes(data: Mapping[str, Any]) -> list[tuple[Place, str]]:
    """Every mistake of a service's tree, of its shape or beyond it."""
    try:
        service = shaped(data)
    except ValidationError as error:
        return misshapen(error)
    return [*faults(service, data)]


def faults(service: Service, data: Mapping[str, Any]) -> Found:
    """Every mistake of a well-shaped service as (place, what is wrong and how to mend it)."""
    seen: dict[str, Question] = {}
    for n, question in enumerate(service.questions):
        for place, message in _of_question(question, seen):
            yield ("questions", n, *place), message
        seen[question.id] = question
    if not service.consent.at_the_counter:
        for role in ("applicant_name", "applicant_birth_date"):
            if not any(question.role == role for question in service.questions):
                yield ("questions",), f"no question has 'role: {role}'; receipts and the status page need one"
    for place, message in _of_consent(service, data["consent"], seen):
        yield ("consent", *place), message
    if (service.retention.days or 0) > LONGEST_YEAR * service.consent.years:
        yield (
            ("retention", "days"),
            f"people are told {service.consent.years} years ('years' of 'consent'); say no more",
        )
    for n, line in enumerate(service.next):
        if not isinstance(line, str):
            yield from ((("next", n, *place), message) for place, message in _looks(line.when, seen, None))
    yield from _names(service, data)


def _of_consent(service: Service, data: Mapping[str, Any], seen: Mapping[str, Question]) -> Found:
    consent = service.consent
    for key, what in TOLD.items():
        if key not in data and not (key == "years" and consent.at_the_counter):
            yield (), f"'{key}' is missing: {what}"
    taken, refused = (COUNTER, PRESSED) if consent.at_the_counter else (PRESSED[:2], COUNTER)
    for key in taken:
        if not getattr(consent, key):
            yield (), f"'{key}' is missing; {consent.level} needs it"
    for key in refused:
        if getattr(consent, key):
            yield (key,), f"{consent.level} takes no '{key}'"
    if bool(service.questions) == consent.at_the_counter:
        yield ("level",), f"{consent.level} {'asks no' if consent.at_the_counter else 'needs'} questions"
    if consent.level == "L3" and not consent.mandate:
        yield ("level",), "L3 is for what somebody does by a mandate; add 'mandate'"
    if consent.statements and not any(statement.kind == "declaration" for statement in consent.statements):
        yield ("statements",), "no statement is a declaration; say that what is written is true"
    yield from _of_statements(consent, data)
    if consent.recall:
        known = [option.id for option in consent.recall.options]
        if consent.recall.answer not in known:
            yield ("recall", "answer"), f"'{consent.recall.answer}' is no option; known are {', '.join(known)}"
        if len({*known}) != len(known):
            yield ("recall", "options"), "two options have the same id"
    if consent.mandate:
        yield from ((("mandate", *place), message) for place, message in _looks(consent.mandate.when, seen, None))


def _of_statements(consent: Consent, data: Mapping[str, Any]) -> Found:
    ids, purposes = {ACT, consent.mandate.id} if consent.mandate else {ACT}, set[str]()
    for key in ("statements", "optional"):
        for n, statement in enumerate(getattr(consent, key)):
            if statement.id in ids:
                yield (key, n, "id"), f"'{statement.id}' is taken; give each statement its own id"
            if "kind" not in data[key][n]:
                yield (key, n), "say of which 'kind' it is: declaration, consent or acknowledgement"
            if key == "optional" and statement.kind != "consent":
                yield (key, n, "kind"), "only a consent can be left out"
            if bool(statement.purpose) != (statement.kind == "consent"):
                yield (
                    (key, n),
                    f"a {statement.kind} {'names its' if statement.kind == 'consent' else 'has no'} 'purpose'",
                )
            if statement.purpose in purposes:
                yield (key, n, "purpose"), f"'{statement.purpose}' is asked twice; each purpose is asked by itself"
            ids.add(statement.id)
            purposes |= {statement.purpose} - {None}


def _of_question(question: Question, seen: Mapping[str, Question]) -> Found:
    if question.id in seen:
        yield ("id",), f"'{question.id}' is asked twice; give each question its own id"
    if question.id in RESERVED:
        yield ("id",), f"'{question.id}' is a page of the portal; choose another id"
    if question.id in JOINS:
        yield ("id",), f"'{question.id}' is a word of conditions; choose another id"
    kind = KINDS.get(question.kind)
    if kind is None:
        yield ("kind",), f"there is no kind '{question.kind}'; known are {', '.join(sorted(KINDS))}"
        return
    if bool(question.options) != (question.kind in CHOOSING):
        yield ("options",), f"'{question.kind}' {'needs' if question.kind in CHOOSING else 'takes no'} options"
    for key, value in question.limits.items():
        if key not in kind.limits:
            yield ("limits", key), f"'{question.kind}' has no limit '{key}'; known: {', '.join(kind.limits) or 'none'}"
        elif not isinstance(value, kind.limits[key]):
            yield ("limits", key), f"'{key}' must be {kind.limits[key].__name__}, not {value!r}"
    if question.role == "applicant_birth_date" and question.limits.get("unknown"):
        yield ("limits", "unknown"), "the applicant's birth date opens the status page; it must be known to the day"
    yield from _each(question, seen)
    yield from _when(question, seen)


def _each(question: Question, seen: Mapping[str, Question]) -> Found:
    if question.each and (question.each not in seen or seen[question.each].kind != "household"):
        yield ("each",), f"'{question.each}' is no household question asked before this one"
    if question.including and not question.each:
        yield ("including",), "'including' only goes with 'each'"


def _when(question: Question, seen: Mapping[str, Question]) -> Found:
    yield from _looks(question.when, seen, question.each)


def _looks(when: Mapping[str, Any], seen: Mapping[str, Question], each: str | None) -> Found:
    """Mistakes of a condition that looks at the questions of `seen`, asked of each person of `each`."""
    try:
        pairs = list(asked(when))
    except ValueError as error:
        yield ("when",), str(error)
        return
    for id, wanted in pairs:
        if id not in seen:
            yield ("when", id), f"'{id}' is not asked before this question; conditions look at earlier answers only"
            continue
        earlier = seen[id]
        if earlier.kind not in DECIDING:
            yield ("when", id), f"'{id}' is a {earlier.kind}; only {', '.join(DECIDING)} decide the way"
            continue
        if earlier.each and earlier.each != each:
            yield ("when", id), f"'{id}' is asked of each person; only questions of the same 'each' can look at it"
        known = [option.id for option in earlier.options] + [UNSURE] * bool(earlier.limits.get(UNSURE))
        if earlier.options and wanted not in known:
            yield ("when", id), f"'{id}' has no option {wanted!r}; known are {', '.join(known)}"
        if earlier.kind == "yes_no" and not isinstance(wanted, bool):
            yield ("when", id), f"'{id}' is answered yes or no; write yes or no without quotes"


def _names(service: Service, data: Mapping[str, Any]) -> Found:
    figures = set(service.figures)
    for place, text in texts(data):
        allowed = figures | ({"applicant"} if place[0] == "questions" else set())
        if place[0] == "questions" and isinstance(place[1], int) and service.questions[place[1]].each:
            allowed |= PERSONAL
        for name in names(text):
            if name not in allowed:
                yield place, f"nothing is called {{{name}}} here; known are {', '.join(sorted(allowed)) or 'none'}"
