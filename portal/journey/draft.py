"""A draft: the answers so far, sealed with a key that only the resident holds.

The resident's token is the key. The row knows the token's hash, so that a stolen
database opens no draft.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Index, bindparam, delete, insert, select, update
from sqlmodel import Field, SQLModel

from portal.catalogue.offered import Catalogue
from portal.catalogue.published import recalled
from portal.catalogue.version import Version
from portal.security.keys import derived
from portal.security.sealing import Sealer, Unreadable
from portal.security.tokens import new_token
from portal.storage import files
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

KEPT_FOR = timedelta(days=30)
UNANSWERED = "?"


class DraftRow(SQLModel, table=True):
    """One sealed draft; `expires` is a midnight. `step` is the id of the question that was kept last, with UNANSWERED
    before it where it has no answer, "" before the first: to see where people leave. It tells which question, no more.
    """

    __tablename__ = "drafts"
    __table_args__ = (Index("drafts_expires", "municipality", "expires"),)
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    version: str
    expires: datetime = Field(sa_type=Moment)
    sealed: bytes
    step: str = Field(default="", sa_column_kwargs={"server_default": ""})


_drafts = rows(DraftRow)
_one = (_drafts.c.municipality == bindparam("town"), _drafts.c.id == bindparam("draft"))
_kept = select(
    _drafts.c.id, _drafts.c.municipality, _drafts.c.version, _drafts.c.expires, _drafts.c.sealed, _drafts.c.step
)
_READ = Prepared(_kept.where(*_one))
_HOLD = Prepared(_kept.where(*_one).with_for_update())
_BEGIN = Prepared(insert(_drafts))
_DROP = Prepared(delete(_drafts).where(*_one))
_KEEP = Prepared(
    update(_drafts).where(*_one).values(expires=bindparam("until"), sealed=bindparam("box"), step=bindparam("at"))
)
HELPED = ""
"""Where it stands among the sealed answers by whom they were written down: no question has this id."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass
class Kept:
    """One answer: exactly what was typed, the value read from it once it was understood, and the codes of the
    doubts that were told about it."""

    typed: Mapping[str, str]
    value: Any = None
    answered: bool = False
    doubted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Helped:
    """Who of the staff has written with the resident at a counter, by their id, and for which department."""

    staff: str
    department: str


@dataclass
class Draft:
    """The answers so far, by question id or `question.person`; `helped` says with whom at a counter."""

    version: Version
    token: str = field(repr=False)
    id: str
    answers: dict[str, Kept] = field(repr=False)
    sealer: Sealer = field(repr=False)
    step: str = ""
    way: Any = field(default=None, repr=False, compare=False)
    """The way as the answers stand (journey/path), until one is kept."""
    helped: Helped | None = None

    def value(self, key: str) -> Any:
        """The value of an answered question, else None."""
        kept = self.answers.get(key)
        return kept.value if kept and kept.answered else None

    def of_role(self, role: str) -> Any:
        """The value of the answered question with a role, else None."""
        for question in self.version.source.questions:
            if question.role == role and (value := self.value(question.id)) is not None:
                return value
        return None


def named(token: str) -> str:
    """The id of the draft a token opens."""
    return hashlib.sha256(b"draft:" + token.encode()).hexdigest()[:32]


def _sealer(token: str) -> Sealer:
    return Sealer({1: derived(token.encode(), "draft")})


def begin(db: Connection, version: Version, now: datetime) -> Draft:
    """A new, empty draft of a version."""
    token = new_token()
    draft = Draft(version, token, named(token), {}, _sealer(token))
    values = {"version": version.hash, "expires": milliseconds(_until(now)), "sealed": _box(draft), "step": ""}
    _BEGIN.run(db, {"municipality": version.municipality, "id": draft.id, **values})
    return draft


def unkept(version: Version, id: str) -> Draft:
    """An empty draft that nobody goes on with: it becomes a case in the transaction it is made in."""
    token = new_token()
    return Draft(version, token, id, {}, _sealer(token))


def find(db: Connection, catalogue: Catalogue, municipality: str, token: str, now: datetime) -> Draft | None:
    """The draft a token opens, or None when there is none, or it is past its days."""
    return _found(db, _READ.run(db, _key(municipality, token)).fetchone(), catalogue, Opening(token, now))


def hold(db: Connection, catalogue: Catalogue, municipality: str, token: str, now: datetime) -> Draft | None:
    """Like find, within a writing: nobody else changes the draft until its end."""
    return _found(db, _HOLD.run(db, _key(municipality, token)).fetchone(), catalogue, Opening(token, now))


class Opening(NamedTuple):
    """With which key a draft is opened, and when."""

    token: str
    now: datetime


def _found(db: Connection, row: Any, catalogue: Catalogue, opening: Opening) -> Draft | None:
    if row is None:
        return None
    id, municipality, hash, expires, sealed, step = row
    if expires < milliseconds(opening.now):
        return None
    sealer = _sealer(opening.token)
    try:
        plain = json.loads(sealer.open(sealed, f"draft:{id}"))
    except Unreadable:
        return None
    version = catalogue.by_hash(municipality, hash) or recalled(db, municipality, hash)
    if version is None:
        return None
    helped = plain.pop(HELPED, None)
    answers = {key: Kept(*kept) for key, kept in plain.items()}
    return Draft(version, opening.token, id, answers, sealer, step, helped=Helped(*helped) if helped else None)


def _key(municipality: str, token: str) -> dict[str, str]:
    return {"town": municipality, "draft": named(token)}


def keep(db: Connection, draft: Draft, key: str, kept: Kept, now: datetime) -> None:
    """Keep one answer; the draft lives on for KEPT_FOR from now."""
    draft.answers[key] = kept
    question = key.partition(".")[0]
    draft.step = question if kept.answered else UNANSWERED + question
    save(db, draft, now)


def save(db: Connection, draft: Draft, now: datetime) -> None:
    """Keep the draft as it is now."""
    draft.way = None
    town = draft.version.municipality
    until = milliseconds(_until(now))
    _KEEP.run(db, {"town": town, "draft": draft.id, "until": until, "box": _box(draft), "at": draft.step})


def drop(db: Connection, draft: Draft) -> None:
    """Forget a draft and its files."""
    town = draft.version.municipality
    files.drop_of(db, town, draft.id)
    _DROP.run(db, {"town": town, "draft": draft.id})


def sweep(db: Connection, municipality: str, now: datetime, most: int = 100) -> int:
    """Forget drafts past their days; returns how many."""
    past = select(_drafts.c.id).where(_drafts.c.municipality == municipality, _drafts.c.expires < now).limit(most)
    gone = list(db.execute(past).scalars())
    for id in gone:
        files.drop_of(db, municipality, id)
        db.execute(delete(_drafts).where(_drafts.c.municipality == municipality, _drafts.c.id == id))
    return len(gone)


def _until(now: datetime) -> datetime:
    """The midnight after its days: the same all day long, so that an answer leaves the index alone."""
    return (now + KEPT_FOR + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def fingerprint(draft: Draft) -> str:
    """A short name for the answers exactly as they stand: another answer, another name."""
    return hashlib.sha256(draft.version.hash.encode() + _plain(draft)).hexdigest()[:32]


def _box(draft: Draft) -> bytes:
    return draft.sealer.seal(_plain(draft), f"draft:{draft.id}")


def _plain(draft: Draft) -> bytes:
    plain = {key: _fields(kept) for key, kept in draft.answers.items()}
    if draft.helped:
        plain[HELPED] = (draft.helped.staff, draft.helped.department)
    return _encode(plain).encode()


def _fields(kept: Kept) -> tuple[Any, ...]:
    fields = (kept.typed, kept.value, kept.answered)
    return (*fields, kept.doubted) if kept.doubted else fields
