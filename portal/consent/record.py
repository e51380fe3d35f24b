"""The record of one act of consent: canonical JSON, no personal word, kept beside the case."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import rfc8785
from sqlalchemy import Connection, insert
from sqlmodel import Field, SQLModel

from portal.catalogue.version import Version
from portal.consent.wording import Wording
from portal.security.tokens import new_id
from portal.storage.columns import Moment, milliseconds
from portal.storage.database import rows
from portal.storage.prepared import Prepared

FORM = 1


class ConsentRow(SQLModel, table=True):
    """One record; `record` is its canonical JSON, byte for byte what is hashed."""

    __tablename__ = "consents"
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    given: datetime = Field(sa_type=Moment)
    record: bytes


_consents = rows(ConsentRow)
_GIVE = Prepared(insert(_consents))


@dataclass(frozen=True)
class Act:
    """How it was done: by whom (self or proxy), by which means, at which text size, when."""

    role: str
    means: str
    text_size: int
    at: datetime


@dataclass(frozen=True)
class Consent:
    """A record and the salt that ties it to the answers; the salt stays with the case."""

    record: dict[str, Any]
    salt: str

    @property
    def document(self) -> dict[str, Any]:
        """The record with its salt, as the case keeps it."""
        return {"record": self.record, "salt": self.salt}


def commitment(salt: str, answers: Any) -> str:
    """SHA-256 over the salt (hex, 32 bytes) and the answers as canonical JSON; hides them while the salt is secret."""
    return hashlib.sha256(bytes.fromhex(salt) + rfc8785.dumps(answers)).hexdigest()


def give(db: Connection, version: Version, wording: Wording, answers: Any, act: Act) -> Consent:
    """Keep the record of an act over these answers (plain JSON)."""
    salt = os.urandom(32).hex()
    record: dict[str, Any] = {
        "v": FORM,
        "record_id": new_id(),
        "nonce": os.urandom(16).hex(),
        "type": "declaration",
        "municipality": version.municipality,
        "form": {"id": version.service, "effective": version.effective.isoformat(), "sha256": version.hash},
        "statement": {
            "language": wording.language,
            "sha256": wording.hash,
            "source_sha256": wording.source_hash,
        },
        "answers_commitment": commitment(salt, answers),
        "actor": {"role": act.role},
        "act": {"means": act.means, "at": act.at.isoformat(timespec="seconds"), "text_size": act.text_size},
    }
    row = {"id": record["record_id"], "given": milliseconds(act.at), "record": rfc8785.dumps(record)}
    _GIVE.run(db, {"municipality": version.municipality, **row})
    return Consent(record, salt)
