"""What the log holds under a number to check by: the records of one act, and what was taken back of it since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from portal.consent import log
from portal.consent.bundle import Taken, taken
from portal.consent.inquiry.code import Code
from portal.consent.log import ConsentRow
from portal.consent.proof import included, inclusion, places, roots
from portal.consent.record import GIVEN
from portal.consent.tree import HASH, leaf
from portal.storage.database import rows

MOST = 64
"""Most records of one act."""
_c = rows(ConsentRow).c
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Held:
    """The records of an act, its place counted from 0 among `size` leaves, what was taken back of it, oldest first.

    `whole` tells whether each record is still the one whose hash stands in the tree.
    """

    records: tuple[Json, ...]
    place: int
    size: int
    back: tuple[Taken, ...]
    whole: bool

    @property
    def at(self) -> datetime:
        """When it was done."""
        return datetime.fromisoformat(self.records[0]["act"]["at"])


def held(db: Connection, municipality: str, code: Code) -> Held | None:
    """The act whose first record the number means; None when the log holds none."""
    mine = (_c.municipality == municipality, _c.place >= code.place, _c.place < code.place + MOST)
    found = db.execute(select(_c.place, _c.record, _c.hashes).where(*mine).order_by(_c.place)).all()
    if not found or found[0].place != code.place or not code.fits(found[0].hashes[:HASH]):
        return None
    first = json.loads(found[0].record)
    if first["event"] != GIVEN:
        return None
    records = tuple(json.loads(row.record) for row in found[: first["together"]])
    if any(record["transaction"] != first["transaction"] for record in records):
        return None  # one of an act's later records; it has no number of its own
    act = found[: len(records)]
    edge = log.head(db, municipality)
    ways = [inclusion(row.place, edge.size) for row in act]
    nodes = log.nodes(db, municipality, places(one for way in ways for one in way))
    whole = all(
        included(leaf(row.record), row.place, edge.size, roots(way, nodes), edge.root)
        for row, way in zip(act, ways, strict=True)
    )
    back = taken(db, municipality, [first["transaction"]])[first["transaction"]]
    return Held(records, code.place, edge.size, tuple(back), whole)
