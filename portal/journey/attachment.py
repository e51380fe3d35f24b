"""A photo or PDF sent with an answer: checked, made safe, sealed under the draft's key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from portal.answers.photo import clean
from portal.journey.draft import Draft
from portal.security.tokens import new_id
from portal.storage import files

PARTS = ("value", "name", "size", "media_type")
NONE = dict.fromkeys(PARTS, "")


@dataclass(frozen=True)
class Sent:
    """A file as it came: its name on the sender's device and its bytes; `limit` is the most bytes allowed."""

    name: str
    content: bytes = field(repr=False)
    limit: int


def before(draft: Draft, key: str) -> dict[str, str]:
    """What stands for the file kept at a stop, or empty parts."""
    kept = draft.answers.get(key)
    return NONE | dict(kept.typed) if kept else dict(NONE)


def received(db: Connection, draft: Draft, key: str, sent: Sent) -> dict[str, str]:
    """Keep a file in the place of the one before; returns what stands for it. Raises Problems."""
    picture = clean(sent.content, sent.limit)
    forget(db, draft, before(draft, key))
    town, id = draft.version.municipality, new_id()
    files.keep(db, draft.sealer, files.File(id, town, draft.id, sent.name, picture.media_type, picture.content))
    return {"value": id, "name": sent.name, "size": str(len(picture.content)), "media_type": picture.media_type}


def forget(db: Connection, draft: Draft, typed: Mapping[str, str]) -> dict[str, str]:
    """Forget the file that `typed` stands for; returns the empty parts."""
    if typed.get("value"):
        files.drop(db, draft.version.municipality, typed["value"])
    return dict(NONE)
