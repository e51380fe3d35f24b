"""The day's mail: a town's signed head, the proof that it goes on from the last one, a time stamp where one is set, and
the head of its staff's trail.

It is posted once a day for each town by whoever comes first; a log without a record has nothing to witness.
"""

from __future__ import annotations

import logging
from base64 import b64encode, encodebytes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.cases.witness import staff, timestamp
from portal.cases.witness.timestamp import Unstamped
from portal.consent import log as records
from portal.consent.proof import consistency
from portal.consent.tree import Edge
from portal.delivery import outbox
from portal.delivery.envelope import Enclosure, Envelope
from portal.language.dates import JAPAN, shown
from portal.language.words import SOURCE, words_for
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.settings import Settings
from portal.storage.database import Database, rows
from portal.storage.prepared import Prepared
from portal.templating import letter

log = logging.getLogger(__name__)


class WitnessRow(SQLModel, table=True):
    """The mail of one day (ISO, Japan) was posted; `size` is how many records the log had."""

    __tablename__ = "witnessed"
    municipality: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    size: int = Field(sa_type=BigInteger)


class Last(NamedTuple):
    """The newest day that was posted, and the log's size on it."""

    day: str = ""
    size: int = 0


@dataclass(frozen=True)
class House:
    """What the day's mail needs of the installation."""

    database: Database
    keys: Keys
    settings: Settings


_witnessed = rows(WitnessRow)
_c = _witnessed.c


def post(house: House, town: Municipality, now: datetime) -> bool:
    """Post the day's mail of a town; False when there is nobody to witness, nothing to, or it was posted before."""
    addresses, day = house.settings.witnesses_at, now.astimezone(JAPAN).date()
    if not addresses:
        return False
    with house.database.reading() as db:
        last, edge = _last(db, town.code), records.head(db, town.code)
        if last.day >= day.isoformat() or not edge.size:
            return False
        proof, looks = _proof(db, town, last, edge), staff.note(db, house.keys, town.code)
    note = records.checkpoint(house.keys, town.code, edge)
    stamp = _stamp(house.settings, note)  # before the transaction: another machine may take its time
    enclosures = tuple(_enclosures(f"{town.slug}-{day.isoformat()}", note, proof, stamp, looks))
    told = {"note": note, "looks": looks, "enclosures": enclosures, "stamped": bool(stamp)}
    with house.database.writing() as db:
        row = {"municipality": town.code, "day": day.isoformat(), "size": edge.size}
        if _insert(db.dialect.name).run(db, row).fetchone() is None:
            return False
        for address in addresses:
            outbox.post(db, house.keys, _envelope(town, day, address, told), now)
    return True


def _last(db: Connection, municipality: str) -> Last:
    mine = select(_c.day, _c.size).where(_c.municipality == municipality)
    found = db.execute(mine.order_by(_c.day.desc()).limit(1)).one_or_none()
    return Last(*found) if found else Last()


def _proof(db: Connection, town: Municipality, last: Last, edge: Edge) -> list[str]:
    """The hashes that lead from the last head to this one; none where there is nothing to lead from or to."""
    if not 0 < last.size < edge.size:
        return []
    return [b64encode(hash).decode() for hash in records.proof(db, town.code, consistency(last.size, edge.size))]


def _stamp(settings: Settings, note: str) -> bytes:
    """The time stamp's answer; nothing where none is set, or none could be had today."""
    if not settings.timestamp_url:
        return b""
    try:
        return timestamp.asked(settings.timestamp_url, Path(settings.timestamp_roots), note.encode())
    except Unstamped as error:
        log.error("the log's head goes out without a time stamp: %s", error)
        return b""


def _enclosures(name: str, note: str, proof: Sequence[str], stamp: bytes, looks: str) -> list[Enclosure]:
    found = [Enclosure(f"{name}.checkpoint", "text/plain", note.encode())]
    if proof:
        found.append(Enclosure(f"{name}.proof.txt", "text/plain", "".join(f"{line}\n" for line in proof).encode()))
    if stamp:
        found.append(Enclosure(f"{name}.tsr.base64.txt", "text/plain", encodebytes(stamp)))
    if looks:
        found.append(Enclosure(f"{name}.staff.checkpoint", "text/plain", looks.encode()))
    return found


def _envelope(town: Municipality, day: date, address: str, told: Mapping[str, Any]) -> Envelope:
    written = letter("witness", town=town, day=shown(day, words_for(SOURCE)), **told)
    # Each to its own address by itself: one that is never accepted keeps no other waiting.
    about = f"witness:{day.isoformat()}:{address}"
    return Envelope(
        municipality=town.code,
        id=new_id(),
        about=about,
        to=address,
        subject=written.subject,
        text=written.text,
        enclosures=told["enclosures"],
    )


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _c}
    return Prepared(insert(_witnessed).values(values).on_conflict_do_nothing().returning(_c.day))
