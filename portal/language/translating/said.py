"""What the staff of a town say of translations: that one is right, or how they would put it.

Nothing of it changes what residents are shown: a wording is the same in every town, with its sound and in what was
agreed to. It goes to whoever keeps the catalogues (`yorisoi locales export --proposals`), and comes back for everybody.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from portal.language.translating.messages import Told
from portal.storage.columns import Moment
from portal.storage.database import rows


class SaidRow(SQLModel, table=True):
    """The newest word of a town on a message. `told` is the mark of the translation it is about; `wording` the texts
    that are proposed, as JSON, or "" where the translation is right; `revision` counts from 1.
    """

    __tablename__ = "translations_said"
    municipality: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    message: str = Field(primary_key=True)
    told: str
    wording: str
    staff: str
    at: datetime = Field(sa_type=Moment)
    revision: int


@dataclass(frozen=True)
class Said:
    """One such word; `proposed` is empty where the translation is right."""

    told: str
    proposed: tuple[str, ...]
    staff: str
    at: datetime
    revision: int = 0


class Overtaken(Exception):
    """Somebody else has said something of the message meanwhile; nothing was kept."""


_said = rows(SaidRow)
_c = _said.c


def mark(told: Told) -> str:
    """The mark of a translation: another one when it is put otherwise."""
    return hashlib.sha256("\0".join(told.translation).encode()).hexdigest()[:16]


def of_language(db: Connection, municipality: str, language: str) -> Mapping[str, Said]:
    """All a town has said of a language, by message."""
    mine = select(_said).where(_c.municipality == municipality, _c.language == language)
    return {row.message: _read(row) for row in db.execute(mine)}


def of_message(db: Connection, municipality: str, language: str, message: str) -> Said | None:
    """What a town has said of a message."""
    row = db.execute(select(_said).where(*_key(municipality, language, message))).one_or_none()
    return _read(row) if row else None


def keep(db: Connection, municipality: str, key: tuple[str, str], said: Said) -> None:
    """Keep a word on a message (`key` is language and id) after the one of its revision. Raises Overtaken."""
    told = {
        **{"told": said.told, "staff": said.staff, "at": said.at, "revision": said.revision + 1},
        "wording": json.dumps(said.proposed, ensure_ascii=False) if said.proposed else "",
    }
    if said.revision:
        before = (*_key(municipality, *key), _c.revision == said.revision)
        kept = db.execute(update(_said).where(*before).values(**told).returning(_c.revision))
    else:
        new = (postgresql if db.dialect.name == "postgresql" else sqlite).insert(_said)
        at = {"municipality": municipality, "language": key[0], "message": key[1]}
        kept = db.execute(new.values(**at, **told).on_conflict_do_nothing().returning(_c.revision))
    if kept.one_or_none() is None:
        raise Overtaken


def _key(municipality: str, language: str, message: str) -> tuple[Any, ...]:
    return _c.municipality == municipality, _c.language == language, _c.message == message


def _read(row: Any) -> Said:
    proposed = tuple(json.loads(row.wording)) if row.wording else ()
    return Said(row.told, proposed, row.staff, row.at, row.revision)
