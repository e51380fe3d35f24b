"""Tickets: each showing of a form has one, so that it counts once however often it is sent, and so that nobody who
writes slowly loses a word: what the phone was shown for an hour can be sent from the open page for a day.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from portal.cases import case as cases
from portal.cases.case import Case
from portal.resident import way
from portal.security.tokens import fingerprint, new_id, same
from portal.web.visit import Visit

LASTS = timedelta(hours=24)
"""WCAG 2.2.1 lets no time limit below 20 hours end what somebody is doing."""
_ID = re.compile("[0-9a-f]{32}")


class Ticket(NamedTuple):
    """The id of what will be sent, and the proof that it is ours and for this case."""

    id: str
    proof: str


def known(visit: Visit) -> Case | None:
    """The case of the number in the address, if this phone has sent it, was shown it within the hour, or sends a form
    that was shown to it.
    """
    case = cases.by_number(visit.db, visit.house.keys, visit.town.code, visit.parts["number"])
    return case if case and (way.holds(visit, case) or taken(visit, case)) else None


def issued(visit: Visit, case: Case) -> Ticket:
    """A ticket for one more form about a case."""
    id = new_id()
    return Ticket(id, _proof(visit, case, id))


def taken(visit: Visit, case: Case) -> Ticket | None:
    """The ticket that came with a form; None where it is not ours, of another case, or older than a day."""
    id, proof = visit.form.typed.get("ticket", ""), visit.form.typed.get("proof", "")
    ours = _ID.fullmatch(id) and same(proof, _proof(visit, case, id))
    return Ticket(id, proof) if ours and visit.now - _made(id) < LASTS else None


def _made(id: str) -> datetime:
    """When an id was made: its first 48 bits (RFC 9562)."""
    return datetime.fromtimestamp(int(id[:12], 16) / 1000, UTC)


def _proof(visit: Visit, case: Case, id: str) -> str:
    return fingerprint(visit.house.keys.pepper, f"talk:{case.municipality}:{case.id}:{visit.name}:{id}")
