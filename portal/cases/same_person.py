"""The same person again: found by a blind index, which tells nobody who has only the database a name.

The index is a keyed hash of the reading of the name (the name itself where it has none) and the birth date.
"""

from __future__ import annotations

from datetime import datetime
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, select

from portal.cases.case import CaseRow
from portal.cases.status import WITHDRAWN
from portal.language.kana import bank_form
from portal.security.keys import Keys
from portal.security.tokens import fingerprint
from portal.storage.columns import EPOCH, MILLISECOND
from portal.storage.database import rows
from portal.storage.prepared import Prepared

UNSAID = str.maketrans("", "", " -.　")
"""Spaces and long marks come and go between two spellings of one name."""


class Before(NamedTuple):
    """What the same person sent before: its receipt number, the key of the draft it was, and when."""

    number: str
    key: str
    received: datetime


_c = rows(CaseRow).c


def before(municipality: Any, someone: Any, service: Any) -> Select[Any]:
    """The query for what somebody has sent and not taken back, in no order: an order would lead SQLite to every case of
    the town.
    """
    where = (_c.municipality == municipality, _c.someone == someone, _c.service == service)
    return select(_c.number, _c.key, _c.received, _c.place).where(*where, _c.status != WITHDRAWN)


_BEFORE = Prepared(before(bindparam("town"), bindparam("who"), bindparam("what")))


def index(keys: Keys, municipality: str, name: str, birth_date: str | None) -> str:
    """The blind index of somebody in a town, by the reading of their name (or the name) and ISO birth date;
    "" for somebody not known well enough."""
    if not name or not birth_date:
        return ""
    plain = (bank_form(name) or name.casefold()).translate(UNSAID)
    return fingerprint(keys.pepper, f"someone:{municipality}:{plain}:{birth_date}")


def sent_before(db: Connection, municipality: str, someone: str, service: str) -> list[Before]:
    """What somebody (an `index`) has sent for a service and not taken back, first to last."""
    if not someone:
        return []
    found = _BEFORE.run(db, {"town": municipality, "who": someone, "what": service}).fetchall()
    return [Before(row[0], row[1], EPOCH + row[2] * MILLISECOND) for row in sorted(found, key=itemgetter(3))]
