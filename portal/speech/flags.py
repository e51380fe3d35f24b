"""Flags: published sentences that somebody heard read wrongly, counted for the town's staff.

Nobody types anything here: only a sentence of the published index is counted, so no row holds a resident's word.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.speech.published.public import PublicText, genuine
from portal.storage.columns import Moment
from portal.storage.database import rows


class ReadingFlagRow(SQLModel, table=True):
    """One sentence in a language; `hash` is the SHA-256 of its words in hex."""

    __tablename__ = "reading_flags"
    municipality: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    sentence: str
    times: int
    first: datetime = Field(sa_type=Moment)
    last: datetime = Field(sa_type=Moment)


@dataclass(frozen=True)
class Flag:
    """A sentence read wrongly: how often somebody said so, first and last."""

    language: str
    sentence: str
    times: int
    first: datetime
    last: datetime


_flags = rows(ReadingFlagRow)
_f = _flags.c


def flag(db: Connection, municipality: str, text: PublicText, now: datetime) -> None:
    """Count that a sentence is read wrongly. Raises TypeError for anything but a published one."""
    seen = genuine(text).seen
    key = {"municipality": municipality, "language": text.language, "hash": hashlib.sha256(seen.encode()).hexdigest()}
    db.execute(_counting(db.dialect.name), {**key, "sentence": seen, "times": 1, "first": now, "last": now})


def flagged(db: Connection, municipality: str) -> list[Flag]:
    """A town's sentences that are read wrongly, the most often told first."""
    wanted = select(_f.language, _f.sentence, _f.times, _f.first, _f.last).where(_f.municipality == municipality)
    return [Flag(*row) for row in db.execute(wanted.order_by(_f.times.desc(), _f.last.desc(), _f.hash))]


@cache
def _counting(dialect: str) -> Executable:
    """One statement, so that two who say so at once are both counted."""
    insert: Any = postgresql.insert if dialect == "postgresql" else sqlite.insert
    made = insert(_flags)
    found: Executable = made.on_conflict_do_update(
        index_elements=["municipality", "language", "hash"],
        set_={"times": _f.times + 1, "last": made.excluded.last},
    )
    return found
