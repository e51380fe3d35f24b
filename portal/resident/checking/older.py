"""The head of another day, laid beside a file: whether anything was taken out of the log between the two."""

from __future__ import annotations

from typing import Any

from portal.answers.answer_type import Problem
from portal.consent import checkpoint, log
from portal.consent.proof import consistency
from portal.consent.verify import Older
from portal.language.words import say
from portal.web.visit import Visit

UNREADABLE = say("この文は、記録の頭ではありません。はじめから終わりまで、もう一度うつしてください。")
NONE = (bytes(32),)
"""What stands for a proof where the log cannot have one, because it never had so many records: it fits nothing."""


def typed(visit: Visit) -> str:
    """The head as it was typed or pasted; "" when none was."""
    lines = (line.strip() for line in visit.form.typed.get("older", "").strip().split("\n"))
    note = "\n".join(lines)
    return f"{note}\n" if note else ""


def amiss(note: str) -> Problem | None:
    """What to do about one that is none."""
    if not note:
        return None
    try:
        checkpoint.read(note)
    except checkpoint.Unreadable:
        return Problem("older", UNREADABLE)
    return None


def beside(visit: Visit, told: Any, note: str) -> Older | None:
    """The head and the proof that leads from one of the two to the other; None where no head was given."""
    if not note:
        return None
    try:
        sizes = sorted((checkpoint.read(note).size, checkpoint.read(told["checkpoint"]).size))
    except (ValueError, TypeError, KeyError):
        return Older(note)
    if sizes[0] in (0, sizes[1]):
        return Older(note)
    try:
        return Older(note, log.proof(visit.db, visit.town.code, consistency(*sizes)))
    except KeyError:
        return Older(note, NONE)
