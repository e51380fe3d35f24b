"""An answer that waited on the telephone, when it comes: what became of it is told, and nothing is taken for a yes.

Our script says in a header that a form waited (static/tunnel/sender.js): FIRST where its question stood untouched
when it was answered there, else another word. Another one names the version whose question was answered.
"""

from __future__ import annotations

from dataclasses import replace

from portal.answers.answer_type import Doubt
from portal.catalogue.document import Question
from portal.catalogue.published import recalled
from portal.catalogue.version import Version
from portal.journey import draft as drafts
from portal.journey.draft import Draft, Kept
from portal.journey.path import Stop, answered
from portal.language.words import say
from portal.web.house import Answer
from portal.web.visit import Visit

HEADER, FIRST, ASKED = "x-late", "first", "x-asked"
PASSED = "X-Passed"
"""Above an answer to a form that was not used: its question is asked no more, or otherwise, or all was sent before."""


def told_of(visit: Visit, before: Kept | None, kept: Kept) -> tuple[str, ...]:
    """The codes of doubts told of the same answer; none where a form waited: sent twice, it was told to nobody."""
    if before is None or before.typed != kept.typed or HEADER in visit.request.headers:
        return ()
    return before.doubted


def asked_otherwise(visit: Visit, draft: Draft, stop: Stop, kept: Kept) -> bool:
    """Whether a question was answered in other words than the draft's version has, or in words nobody knows any more.

    Then it is no answer: what was typed is kept, to be asked once more, unless today's words were answered since.
    """
    named = visit.request.headers.get(ASKED)
    if not named or named == draft.version.hash:
        return False
    town, id = draft.version.municipality, stop.question.id
    version = visit.house.catalogue.by_hash(town, named) or recalled(visit.db, town, named)
    if version and _words(version, id) == _words(draft.version, id):
        return False
    if not answered(draft, stop):
        drafts.keep(visit.db, draft, stop.key, Kept(kept.typed), visit.now)
    return True


def _words(version: Version, id: str) -> Question | None:
    """A question as it is asked, whoever's way it lies on."""
    found = next((question for question in version.source.questions if question.id == id), None)
    return found and found.model_copy(update={"when": {}})


def passed(answer: Answer) -> Answer:
    """An answer that says that the form was not used."""
    return replace(answer, headers={**answer.headers, PASSED: "1"})


def changed(visit: Visit, before: Kept | None, kept: Kept) -> tuple[Doubt, ...]:
    """What is told when the telephone did not know of an answer that was given before, which is another one."""
    if visit.request.headers.get(HEADER) != FIRST or before is None or not before.answered:
        return ()
    if dict(before.typed) == dict(kept.typed):
        return ()
    message = say(
        "この質問には、前に、ちがう答えを書いています。電波がないときに書いた答えに、変えました。"
        "ほかの質問の答えも、最後のページで確かめてください。"
    )
    return (Doubt("", message, ""),)
