"""Ahead: the sentences heard next if all goes on as it most often does, so that their sound is there in time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from portal.catalogue.document import Question
from portal.journey.path import path
from portal.resident import way
from portal.speech.sentences import sentences
from portal.web.visit import Visit

MOST = 8


def sentences_after(page: Visit) -> list[str]:
    """The first published sentences of the question after this page; none where nothing can be told."""
    question = _question_after(page)
    return list(islice(_sentences(question), MOST)) if question else []


def _question_after(page: Visit) -> Question | None:
    if page.name == "start":
        version = way.version(page)
        return next(iter(version.told(page.language).service.questions), None)
    draft = way.find(page) if page.name == "step" else None
    if draft is None:
        return None
    stops = path(draft)
    keys = [stop.key for stop in stops]
    after = keys.index(page.parts["step"]) + 1 if page.parts["step"] in keys else len(keys)
    return draft.version.told(page.language).questions[stops[after].question.id] if after < len(keys) else None


def _sentences(question: Question) -> Iterator[str]:
    for text in (question.ask, question.hint, question.why):
        yield from sentences(text)
    for option in question.options:
        yield from sentences(option.label)
        yield from sentences(option.hint)
