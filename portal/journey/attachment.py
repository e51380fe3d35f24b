"""A photo or PDF sent with an answer: checked, made safe, sealed under the draft's key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from portal.answers.answer_type import Problems
from portal.answers.photo import clean, file_name
from portal.journey.draft import Draft
from portal.security.tokens import new_id
from portal.storage import files

if TYPE_CHECKING:
    from portal.answers.picture import Picture

PARTS = ("value", "name", "size", "media_type")
NONE = dict.fromkeys(PARTS, "")


@dataclass(frozen=True)
class Opened:
    """A file made safe, under a name that tells what it is; or what is amiss with it."""

    name: str
    found: Picture | Problems


def before(draft: Draft, key: str) -> dict[str, str]:
    """What stands for the file kept at a stop, or empty parts."""
    kept = draft.answers.get(key)
    return NONE | dict(kept.typed) if kept else dict(NONE)


def opened(name: str, content: bytes, limit: int) -> Opened:
    """A file as it came, opened; `limit` is the most bytes allowed. Takes seconds: never within a transaction."""
    try:
        picture = clean(content, limit)
    except Problems as problems:
        return Opened(name, problems)
    return Opened(file_name(name, picture.media_type), picture)


def received(db: Connection, draft: Draft, key: str, file: Opened) -> dict[str, str]:
    """Keep a file in the place of the one before; returns what stands for it. Raises Problems."""
    if isinstance(file.found, Problems):
        raise file.found
    forget(db, draft, before(draft, key))
    town, id, picture = draft.version.municipality, new_id(), file.found
    files.keep(db, draft.sealer, files.File(id, town, draft.id, file.name, picture.media_type, picture.content))
    return {"value": id, "name": file.name, "size": str(len(picture.content)), "media_type": picture.media_type}


def forget(db: Connection, draft: Draft, typed: Mapping[str, str]) -> dict[str, str]:
    """Forget the file that `typed` stands for; returns the empty parts."""
    if typed.get("value"):
        files.drop(db, draft.version.municipality, typed["value"])
    return dict(NONE)
