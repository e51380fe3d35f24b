"""Said: what office and resident have written to each other, and the ways to say more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from portal.cases.case import Case
from portal.cases.course import messages
from portal.cases.status import DECIDED, WITHDRAWN
from portal.cases.talk import calls, replies
from portal.cases.talk.calls import Call
from portal.cases.talk.replies import Reply
from portal.language.dates import hour_shown
from portal.language.words import say
from portal.web.visit import Visit

READ, WAITS = say("役所が読みました。"), say("役所は、まだ読んでいません。")


class Written(NamedTuple):
    """When something was written, its lines, names of the papers with it, whether the resident wrote it, and what
    became of it then.
    """

    at: str
    lines: tuple[str, ...]
    papers: tuple[str, ...] = ()
    ours: bool = False
    state: str = ""


class Ways(NamedTuple):
    """The addresses where the resident answers and asks to be called; whether the office waits for an answer."""

    reply: str
    call: str
    waiting: bool


def written(visit: Visit, case: Case) -> tuple[Written, ...]:
    """What either has written, oldest first."""
    found = [(one.at, _office(visit, one)) for one in messages.of_case(visit.db, visit.house.keys, case)]
    found += [(one.at, ours(visit, one)) for one in replies.of_case(visit.db, visit.house.keys, case)]
    return tuple(one for _, one in sorted(found, key=lambda each: each[0]))


def ours(visit: Visit, reply: Reply) -> Written:
    """What the resident wrote, as it is shown to them."""
    state = visit.say(READ if reply.read else WAITS)
    return Written(hour_shown(reply.at, visit.words), _lines(reply.text), tuple(n for _, n in reply.files), True, state)


def ways(visit: Visit, case: Case, told: Sequence[Written] = ()) -> Ways | None:
    """How to say more, after what was `told`; None after all was taken back."""
    if case.status == WITHDRAWN:
        return None
    waiting = bool(told) and not told[-1].ours and case.status not in DECIDED
    return Ways(visit.url("reply", number=case.number), visit.url("call", number=case.number), waiting)


def wish(visit: Visit, case: Case) -> Call | None:
    """The wish to be called that the office has not met yet."""
    return next((one for one in calls.of_case(visit.db, visit.house.keys, case) if one.done is None), None)


def _office(visit: Visit, message: messages.Message) -> Written:
    return Written(hour_shown(message.at, visit.words), _lines(message.text))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("\n")))
