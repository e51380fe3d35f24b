"""Timeline: everything that happened to a case, in one order, whoever did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from portal.cases.arrival.acknowledgement import channels
from portal.cases.case import Case
from portal.cases.course import events, messages
from portal.cases.talk import calls, replies
from portal.cases.work import deeds, notes
from portal.cases.work.deeds import MOVED, WROTE, Deed
from portal.delivery.watch.standing import traces
from portal.security.keys import Keys

MESSAGE, REPLY, NOTE, CALL, ARRIVED, LETTER = "message", "reply", "note", "call", "arrived", "letter"
"""Kinds of entries beside those of `events` and `deeds`."""
TOLD_BELOW = {events.MESSAGE, events.REPLIED, events.CALL_WANTED}
"""Events that are told with their words."""


@dataclass(frozen=True, order=True)
class Entry:
    """One thing that happened: when, of which kind, by which clerk (id of staff; "" for the resident or a system), in
    whose words if it has some, and what else there is to know.
    """

    at: datetime
    kind: str
    by: str = ""
    text: str = field(default="", compare=False)
    data: dict[str, Any] = field(default_factory=dict, compare=False)


def timeline(db: Connection, keys: Keys, case: Case) -> list[Entry]:
    """Everything about a case, oldest first; of one moment what came first stays first."""
    done = deeds.of_case(db, case.municipality, case.id)
    told = (*_happened(db, case, done), *_said(db, keys, case, done), *_sent(db, case))
    return sorted(told, key=lambda entry: entry.at)


def _happened(db: Connection, case: Case, done: Sequence[Deed]) -> Iterator[Entry]:
    """Events, and the deeds behind them; a move by a clerk is both, and told once."""
    moved = {(deed.at, deed.data["status"]): deed.by for deed in done if deed.what == MOVED}
    for event in events.of_case(db, case.municipality, case.id):
        if event.type not in TOLD_BELOW:
            by = moved.get((event.at, str(event.data.get("status"))), "") if event.type == events.STATUS else ""
            yield Entry(event.at, event.type, by, data=dict(event.data))
    for deed in done:
        if deed.what not in {MOVED, WROTE}:
            yield Entry(deed.at, deed.what, deed.by, data=dict(deed.data))


def _said(db: Connection, keys: Keys, case: Case, done: Sequence[Deed]) -> Iterator[Entry]:
    wrote = {deed.data["message"]: deed.by for deed in done if deed.what == WROTE}
    for message in messages.of_case(db, keys, case):
        yield Entry(message.at, MESSAGE, wrote.get(message.id, ""), message.text)
    for reply in replies.of_case(db, keys, case):
        yield Entry(reply.at, REPLY, "", reply.text, {"files": reply.files})
    for note in notes.of_case(db, keys, case):
        yield Entry(note.at, NOTE, note.by, note.text)
    for call in calls.of_case(db, keys, case):
        yield Entry(call.wish.at, CALL, "", call.wish.about, {"call": call})


def _sent(db: Connection, case: Case) -> Iterator[Entry]:
    """By which channels it came to the office, and each letter as far as it got."""
    for channel, at in channels(db, case.municipality, case.id).items():
        yield Entry(at, ARRIVED, data={"channel": channel})
    for about, to in ((case.id, "office"), (f"resident:{case.id}", "resident")):
        for letter in traces(db, case.municipality, about):
            told = {"to": to, "state": letter.state, "error": letter.last_error}
            yield Entry(letter.ended or letter.posted, LETTER, data=told)
