"""An answer that waited on the telephone, when it comes: what became of it is told, and nothing is taken for a yes.

Our script says in a header that a form waited (static/tunnel/sender.js): FIRST where its question stood untouched
when it was answered there, else another word.
"""

from __future__ import annotations

from dataclasses import replace

from portal.answers.answer_type import Doubt
from portal.journey.draft import Kept
from portal.language.words import say
from portal.web.house import Answer
from portal.web.visit import Visit

HEADER, FIRST = "x-late", "first"
PASSED = "X-Passed"
"""Above an answer to a form that was not used: its question is asked no more, or all was sent before."""


def told_of(visit: Visit, before: Kept | None, kept: Kept) -> tuple[str, ...]:
    """The codes of doubts told of the same answer; none where a form waited: sent twice, it was told to nobody."""
    if before is None or before.typed != kept.typed or HEADER in visit.request.headers:
        return ()
    return before.doubted


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
