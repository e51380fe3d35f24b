"""The word: what the person an application is about said of it, once, with the record of it; sealed like the case."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.consent import bundle
from portal.security.keys import Keys
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

YES, NO = "yes", "no"
Json = Any


class WordRow(SQLModel, table=True):
    """One word about one case: nobody can give a second one."""

    __tablename__ = "principal_words"
    municipality: str = Field(primary_key=True)
    about: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)
    sealed: bytes


@dataclass(frozen=True)
class Word:
    """What was said (yes or no) and when; by which way in, and whether on the telephone of the one who applied.

    `until` is the ISO date to which the mandate holds, `message` what a no was explained with, `bundle` the record.
    """

    said: str
    at: datetime
    way: str
    same_device: bool
    bundle: Json
    until: str = ""
    message: str = ""

    @property
    def act(self) -> str:
        """The id of the act in the log."""
        return bundle.act(self.bundle)


_words = rows(WordRow)
_c = _words.c


def begin(db: Connection, about: tuple[str, str], now: datetime) -> bool:
    """Take the one place for a word about a case (town, id); False when one was given before, which stands."""
    town, case = about
    row = {"municipality": town, "about": case, "at": milliseconds(now), "sealed": b""}
    return _insert(db.dialect.name).run(db, row).fetchone() is not None


def keep(db: Connection, keys: Keys, about: tuple[str, str], word: Word) -> None:
    """Keep the word in the place that was taken for it in the same transaction."""
    town, case = about
    told = {name: value for name, value in asdict(word).items() if name != "at"}
    sealed = keys.town(town).seal(json.dumps(told, ensure_ascii=False).encode(), _seal(case))
    db.execute(update(_words).where(_c.municipality == town, _c.about == case).values(sealed=sealed))


def given(db: Connection, keys: Keys, municipality: str, cases: Collection[str]) -> Mapping[str, Word]:
    """The words given about cases, by the cases' ids."""
    if not cases:
        return {}
    found = db.execute(select(_words).where(_c.municipality == municipality, _c.about.in_(cases)))
    sealer = keys.town(municipality)
    return {row.about: Word(at=row.at, **json.loads(sealer.open(row.sealed, _seal(row.about)))) for row in found}


def _seal(case: str) -> str:
    return f"word:{case}"


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _c}
    return Prepared(insert(_words).values(values).on_conflict_do_nothing().returning(_c.about))
