"""The head of a town's staff trail as a signed note, so that nobody can write the whole trail anew unseen.

The marks of the trail need a key; whoever has all keys could still begin it again. A head that lies outside the office
shows that: it is signed with the keys of the town's log, under a name of its own.
"""

from __future__ import annotations

from sqlalchemy import Connection

from portal.accounts.staff import trail
from portal.accounts.staff.trail import Head
from portal.consent import log
from portal.consent.checkpoint import Checkpoint, Unreadable, opened, origin, signed
from portal.security.keys import Keys


def note(db: Connection, keys: Keys, municipality: str) -> str:
    """The head as it stands, "" while nobody of the staff has done anything."""
    head = trail.head(db, municipality)
    if not head.size:
        return ""
    return signed(Checkpoint(_name(municipality), head.size, head.last), log.signers(keys, municipality))


def read(keys: Keys, municipality: str, note: str) -> Head:
    """The head that a note of this town tells of. Raises Unreadable or Unsigned."""
    found = opened(note, log.verifiers(keys, municipality))
    if found.origin != _name(municipality):
        raise Unreadable
    return Head(found.size, found.root)


def _name(municipality: str) -> str:
    return f"{origin(municipality)}/staff"
