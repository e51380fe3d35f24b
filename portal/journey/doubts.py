"""Doubts: what is probably amiss in an answer that can be taken. A resident is asked once; staff see what stayed.

What the law obliges a town to accept is asked for softly (`required: soft`): it may be left empty, or go as it was
typed though nobody could read it, and is a doubt then.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from portal.answers import KINDS
from portal.answers.answer_type import Doubt
from portal.journey.asking import Asking, asking
from portal.journey.crosschecks import crosschecks
from portal.journey.draft import Draft
from portal.journey.path import Stop, answered
from portal.language.words import say

SOFT = "soft"
EMPTY, AS_TYPED = "left-empty", "as-typed"


class Doubted(NamedTuple):
    """A doubt and the stop whose answer it is about."""

    stop: Stop
    doubt: Doubt


def about(draft: Draft, at: Asking, today: date) -> tuple[Doubt, ...]:
    """What a friendly clerk would ask about the answer of one stop."""
    if not answered(draft, at.stop):
        return ()
    value = draft.value(at.stop.key)
    if value is None:
        return tuple(_soft(draft, at))
    return (
        *KINDS[at.ask.kind].doubts(value, at.ask, today, draft.answers[at.stop.key].typed),
        *crosschecks(draft, at.stop, today),
    )


def all_of(draft: Draft, stops: list[Stop], language: str, today: date) -> list[Doubted]:
    """Every doubt on the way, in the order of the questions."""
    return [Doubted(stop, doubt) for stop in stops for doubt in about(draft, asking(draft, stop, language), today)]


def _soft(draft: Draft, at: Asking) -> Iterator[Doubt]:
    if at.question.required != SOFT:
        return
    part = KINDS[at.ask.kind].parts(at.ask)[0]
    if any(text.strip() for text in draft.answers[at.stop.key].typed.values()):
        yield Doubt(part, say("書いたとおりに送ります。あとで役所が、電話などで確かめます。"), AS_TYPED)
    else:
        yield Doubt(part, say("「{what}」が空です。わからないときは、このまま進めます。", what=at.ask.name), EMPTY)
