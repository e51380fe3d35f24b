"""What is kept of it that a clerk wrote an application with the resident: in the record of consent and in the trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from portal.accounts.staff import trail
from portal.accounts.staff.role import CLERK
from portal.accounts.staff.trail import Entry
from portal.cases.case import Case
from portal.journey.draft import Draft
from portal.security.keys import Keys

SENT = "counter sent"
"""The kind of entry in the trail that tells it."""


def told(draft: Draft, at_desk: bool) -> Mapping[str, Any]:
    """What a record says of it, in the place `assisted`: nothing where the resident wrote alone.

    Who it was stands there by the id alone; the consent is the resident's own, on the clerk's screen (`desk`) or on a
    telephone of their own.
    """
    if draft.helped is None:
        return {}
    who = {"by": "staff", "role": CLERK, "staff": draft.helped.staff, "department": draft.helped.department}
    return {"assisted": {**who, "device": "desk" if at_desk else "own"}}


def keep(db: Connection, keys: Keys, draft: Draft, case: Case) -> None:
    """Put into the trail which case came of it."""
    if draft.helped:
        entry = Entry(case.received, SENT, draft.helped.staff, draft.helped.department, case.id)
        trail.add(db, keys, case.municipality, entry)
