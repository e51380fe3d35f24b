"""Turn: what a case needs of the office now, the most urgent first; nothing where it needs nothing.

Somebody who waits to be called or answered comes before what is new; what is new and doubtful before what is clean,
because asking back takes days; what waits for the resident comes last.
"""

from __future__ import annotations

from portal.cases.status import DECIDED, WITHDRAWN

NOTHING, CALL, REPLY, FLAGGED, NEW, ON, ASKED = range(7)
"""Nothing; somebody wants to be called; wrote, or sent a paper; is new with doubts; new; being looked at; was asked."""
TURNS = (CALL, REPLY, FLAGGED, NEW, ON, ASKED)
SOMEBODY_WAITS = (CALL, REPLY)
"""Turns that end by what the office does about them, wherever the case stands."""
IN_TURN = "turn > 0"
"""The cases the office has to do with. A query says it in these very words to go by their index."""

_OF_STATUS = {"received": NEW, "checking": ON, "asked": ASKED} | dict.fromkeys(DECIDED | {WITHDRAWN}, NOTHING)


def of(status: str, flagged: int) -> int:
    """The turn of a case that stands so and has so many doubts nobody has looked at, while nobody waits."""
    turn = _OF_STATUS[status]
    return FLAGGED if turn == NEW and flagged else turn


def possible(status: str) -> tuple[int, ...]:
    """The turns a case that stands so can have."""
    return (*SOMEBODY_WAITS, *dict.fromkeys(of(status, flagged) for flagged in (1, 0)))
