"""Photos and PDFs sent with an answer: checked, made safe, sealed under the draft's key."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from portal.answers.answer_type import Problem, Problems
from portal.answers.photo import clean, file_name
from portal.journey.draft import Draft
from portal.language.words import Say, say
from portal.security.scan import Unanswered, harmful
from portal.security.tokens import new_id
from portal.settings import Settings
from portal.storage import files

if TYPE_CHECKING:
    from portal.answers.picture import Picture

NONE = {"value": ""}
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opened:
    """A file made safe, under a name that tells what it is; or what is amiss with it."""

    name: str
    found: Picture | Problems


def before(draft: Draft, key: str) -> dict[str, str]:
    """What stands for the files kept at a stop."""
    kept = draft.answers.get(key)
    return NONE | dict(kept.typed) if kept else dict(NONE)


def pages(typed: Mapping[str, str]) -> list[dict[str, Any]]:
    """The files that `typed` stands for, as the answer keeps them."""
    return list(json.loads(typed["value"])) if typed.get("value") else []


def opened(name: str, content: bytes, settings: Settings) -> Opened:
    """A file as it came, scanned and opened. Takes seconds: never within a transaction."""
    try:
        if settings.clamav_url and len(content) <= settings.upload_limit:
            _scanned(settings.clamav_url, content)
        picture = clean(content, settings.upload_limit)
    except Problems as problems:
        return Opened(name, _anew(problems))
    return Opened(file_name(name, picture.media_type), picture)


def _anew(problems: Problems) -> Problems:
    """The same, apart from where it came by: what was raised and is kept keeps the whole file."""
    return Problems(*problems.found, help=problems.help)


def _scanned(where: str, content: bytes) -> None:
    try:
        if not harmful(where, content):
            return
        amiss = say("選んだものに、あぶないものが入っているようです。ほかの写真を選んでください。")
    except Unanswered as error:
        log.error("the scanner at clamav_url does not answer: %s", error)
        amiss = say("いまは写真を受けとれません。少し待ってから、もう一度送ってください。")
    raise Problems(Problem("value", amiss))


def received(db: Connection, draft: Draft, key: str, file: Opened, most: int = 1) -> dict[str, str]:
    """Keep one file more, or in the place of the one before where there may be only one; returns what stands for
    all. Raises Problems."""
    if isinstance(file.found, Problems):
        raise _anew(file.found)
    kept = before(draft, key)
    if _there(db, draft, kept, file):
        return kept
    if most == 1:
        kept = forget(db, draft, kept)
    elif len(pages(kept)) >= most:
        raise Problems(Problem("value", too_many(most)))
    town, id, picture = draft.version.municipality, new_id(), file.found
    files.keep(db, draft.sealer, files.File(id, town, draft.id, file.name, picture.media_type, picture.content))
    page = {"file": id, "name": file.name, "media_type": picture.media_type, "size": len(picture.content)}
    return _typed([*pages(kept), {**page, "amiss": list(picture.amiss)}])


def too_many(most: int) -> Say:
    """What is said to somebody who sends more files than there may be."""
    return say("送れるのは{n}枚までです。一枚消してから、足してください。", n=most)


def _there(db: Connection, draft: Draft, kept: Mapping[str, str], file: Opened) -> bool:
    """Whether the very same file is kept already: an impatient finger, or a page sent again."""
    if isinstance(file.found, Problems):
        return False
    alike = (page["file"] for page in pages(kept) if page["size"] == len(file.found.content))
    found = (files.read(db, draft.sealer, draft.version.municipality, id) for id in alike)
    return any(one is not None and one.content == file.found.content for one in found)


def removed(db: Connection, draft: Draft, typed: Mapping[str, str], n: int) -> dict[str, str]:
    """Forget the n-th file, counted from one; returns what stands for the rest."""
    kept = pages(typed)
    if not 0 < n <= len(kept):
        return dict(typed)
    files.drop(db, draft.version.municipality, kept.pop(n - 1)["file"])
    return _typed(kept)


def forget(db: Connection, draft: Draft, typed: Mapping[str, str]) -> dict[str, str]:
    """Forget every file that `typed` stands for; returns the empty parts."""
    for page in pages(typed):
        files.drop(db, draft.version.municipality, page["file"])
    return dict(NONE)


def shown(db: Connection, draft: Draft, key: str, id: str) -> files.File | None:
    """The file of this id kept at a stop, for the eyes of whoever sent it."""
    kept = any(page["file"] == id for page in pages(before(draft, key)))
    return files.read(db, draft.sealer, draft.version.municipality, id) if kept else None


def _typed(kept: list[dict[str, Any]]) -> dict[str, str]:
    return {"value": json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""}
