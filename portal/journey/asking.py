"""Asking: a stop's words in the reader's language with the people's names in them, and its answer shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from portal.answers import KINDS
from portal.answers.answer_type import Ask, Option
from portal.answers.person_name import kana, written
from portal.catalogue.document import Question
from portal.journey.draft import Draft
from portal.journey.path import APPLICANT, Stop, path, people

TYPISTS = ("helper_", "applicant_email")
"""Roles of what is asked of whoever types, also when it is for somebody else."""


@dataclass(frozen=True)
class Asking:
    """One stop ready to be asked or shown: its question and its Ask in the reader's language."""

    stop: Stop
    question: Question
    ask: Ask

    def shown(self, draft: Draft, today: date) -> tuple[str, ...]:
        """The lines of the answer for people; nothing for an answer left empty; one nobody could read, as typed."""
        value = draft.value(self.stop.key)
        if value is None:
            kept = draft.answers.get(self.stop.key)
            return tuple(text for text in kept.typed.values() if text.strip()) if kept and kept.answered else ()
        return tuple(KINDS[self.ask.kind].show(value, self.ask, today))


def asking(draft: Draft, stop: Stop, language: str) -> Asking:
    """A stop in a language; {name} and {applicant} are filled in."""
    told = draft.version.told(language)
    question, ask = told.questions[stop.question.id], told.asks[stop.question.id]
    if question.role == "account":
        ask = replace(ask, holder=_reading(draft))
    if question.id not in told.named:
        return Asking(stop, question, ask)
    names = {"name": person_name(draft, stop), "applicant": applicant_name(draft)}
    texts = {key: _filled(getattr(question, key), names) for key in ("ask", "hint", "why", "short")}
    options = tuple(Option(o.id, _filled(o.label, names), _filled(o.hint, names)) for o in ask.options)
    return Asking(
        stop, question.model_copy(update=texts), replace(ask, ask=texts["ask"], short=texts["short"], options=options)
    )


def person_name(draft: Draft, stop: Stop) -> str:
    """The name of the person a stop is about, else nothing."""
    if stop.person is None or stop.question.each is None:
        return ""
    if stop.person == APPLICANT:
        return applicant_name(draft)
    person = people(draft, stop.question.each).get(stop.person)
    return written(person["name"]) if person else ""


def applicant_name(draft: Draft) -> str:
    """The applicant's name as written, else nothing while it is not known."""
    name = draft.of_role("applicant_name")
    return written(name) if name else ""


def _reading(draft: Draft) -> str:
    """The applicant's name in kana, else nothing."""
    name = draft.of_role("applicant_name")
    return kana(name) if name else ""


def helper_name(draft: Draft) -> str:
    """The name of the one who writes for the applicant, else nothing."""
    if all(stop.question.role != "helper_name" for stop in path(draft)):
        return ""
    name = draft.of_role("helper_name")
    return written(name) if name else ""


def own(draft: Draft, stop: Stop) -> bool:
    """Whether a question is about whoever types, so that their browser may fill it in (WCAG 2.2, 1.3.5)."""
    role = stop.question.role or ""
    return role.startswith(TYPISTS) or (role.startswith("applicant_") and not helper_name(draft))


def _filled(text: str, names: dict[str, str]) -> str:
    for key, name in names.items():
        text = text.replace("{" + key + "}", name)
    return text
