"""Uploaded files: sealed blobs beside the rows, so that one transaction keeps both."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, Index, bindparam, delete, insert, select
from sqlmodel import Field, SQLModel

from portal.security.sealing import Sealer
from portal.storage.database import rows
from portal.storage.prepared import Prepared


class FileRow(SQLModel, table=True):
    """One sealed file; `owner` is the draft or the case it belongs to."""

    __tablename__ = "files"
    __table_args__ = (Index("files_owner", "municipality", "owner"),)
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    owner: str
    sealed: bytes


@dataclass(frozen=True)
class File:
    """A file as people know it: its name, media type (RFC 6838) and bytes."""

    id: str
    municipality: str
    owner: str
    name: str
    media_type: str
    content: bytes


_files = rows(FileRow)
_DROP_OF = Prepared(
    delete(_files).where(_files.c.municipality == bindparam("town"), _files.c.owner == bindparam("whose"))
)


def keep(db: Connection, sealer: Sealer, file: File) -> None:
    """Seal a file and keep it under its id."""
    head = json.dumps({"name": file.name, "media_type": file.media_type}).encode()
    plain = len(head).to_bytes(4, "big") + head + file.content
    sealed = sealer.seal(plain, f"file:{file.id}")
    db.execute(insert(_files).values(municipality=file.municipality, id=file.id, owner=file.owner, sealed=sealed))


def read(db: Connection, sealer: Sealer, municipality: str, id: str) -> File | None:
    """The file, or None when there is none. Raises Unreadable for a wrong key."""
    found = db.execute(
        select(_files.c.owner, _files.c.sealed).where(_files.c.municipality == municipality, _files.c.id == id)
    ).one_or_none()
    if found is None:
        return None
    plain = sealer.open(found.sealed, f"file:{id}")
    cut = 4 + int.from_bytes(plain[:4], "big")
    head = json.loads(plain[4:cut])
    return File(id, municipality, found.owner, head["name"], head["media_type"], plain[cut:])


def drop(db: Connection, municipality: str, id: str) -> None:
    """Forget one file."""
    db.execute(delete(_files).where(_files.c.municipality == municipality, _files.c.id == id))


def drop_of(db: Connection, municipality: str, owner: str) -> None:
    """Forget every file of one draft or case."""
    _DROP_OF.run(db, {"town": municipality, "whose": owner})
