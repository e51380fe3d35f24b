"""The history of a town's keys: each public half with the moment it was first used, and when it was last.

The keys themselves come from the masters of keys.json and end with them. What they signed does not: the public half of
one that signs no more is kept here, with its last moment, and told with the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Field, SQLModel

from portal.consent import log
from portal.consent.checkpoint import Verifier, keys
from portal.consent.log import ConsentRow
from portal.language.dates import JAPAN
from portal.security.keys import Keys
from portal.storage.columns import Moment
from portal.storage.database import rows


class KeyRow(SQLModel, table=True):
    """One public key by its line (name, id, key), since when and until when it signs; no end while it does."""

    __tablename__ = "log_keys"
    municipality: str = Field(primary_key=True)
    line: str = Field(primary_key=True)
    since: datetime = Field(sa_type=Moment)
    until: datetime | None = Field(default=None, sa_type=Moment)


_keys, _consents = rows(KeyRow), rows(ConsentRow)
_c = _keys.c


def keep(db: Connection, keys: Keys, municipalities: Iterable[str], now: datetime) -> None:
    """Note which keys sign from now on, and which sign no more; asked at every start, since keys change between two.

    The first key of a log that was there before counts from the log's first record.
    """
    known: dict[str, dict[str, datetime | None]] = {}
    for row in db.execute(select(_c.municipality, _c.line, _c.until)):
        known.setdefault(row.municipality, {})[row.line] = row.until
    for town in municipalities:
        held, signing = known.get(town, {}), [one.line for one in log.verifiers(keys, town)]
        since = now if held else _first(db, town) or now
        for line in signing:
            if line not in held:
                db.execute(insert(_keys).values(municipality=town, line=line, since=since))
            elif held[line] is not None:
                _end(db, town, line, None)
        for line in held.keys() - {*signing}:
            if held[line] is None:
                _end(db, town, line, now)


def verifiers(db: Connection, keys_of: Keys, municipality: str) -> Sequence[Verifier]:
    """A town's public keys with their times: those that sign, the newest first, then those that do no more."""
    mine = select(_c.line, _c.since, _c.until).where(_c.municipality == municipality)
    told = {row.line: row for row in db.execute(mine.order_by(_c.until.desc()))}
    signing = log.verifiers(keys_of, municipality)
    current = [replace(one, since=_told(told[one.line].since)) if one.line in told else one for one in signing]
    ended = [row for row in told.values() if row.until and row.line not in {one.line for one in signing}]
    former = [replace(*keys(row.line), since=_told(row.since), until=_told(row.until)) for row in ended]
    return (*current, *former)


def _first(db: Connection, municipality: str) -> datetime | None:
    """When the first record of a town's log was made."""
    mine = (_consents.c.municipality == municipality, _consents.c.place == 0)
    found: datetime | None = db.execute(select(_consents.c.given).where(*mine)).scalar_one_or_none()
    return found


def _end(db: Connection, municipality: str, line: str, at: datetime | None) -> None:
    db.execute(update(_keys).where(_c.municipality == municipality, _c.line == line).values(until=at))


def _told(moment: datetime) -> str:
    return moment.astimezone(JAPAN).isoformat(timespec="seconds")
