"""Replies: what the resident answers, or adds, on the page that tells where their application stands; no account."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.course.events import REPLIED
from portal.cases.course.messages import LONGEST, legible
from portal.cases.letters.channels import News, tell
from portal.cases.letters.department import of_reply
from portal.cases.letters.wording import moment_shown
from portal.cases.status import WITHDRAWN
from portal.cases.talk.waiting import CaseReplyRow, Whose, known, settle
from portal.cases.work import deeds
from portal.cases.work.hold import Act, held
from portal.security.keys import Keys
from portal.storage import files
from portal.storage.columns import milliseconds
from portal.storage.database import rows
from portal.storage.files import File
from portal.storage.prepared import Prepared

MOST = 30
"""Replies about one case; who has more to say is better called."""
MOST_FILES = 10
"""Papers of one reply."""


@dataclass(frozen=True)
class Reply:
    """What the resident wrote, ids and names of the papers with it, and when a clerk read it. The id, made by whoever
    shows the page, keeps it from being sent twice.
    """

    id: str
    at: datetime
    text: str
    files: tuple[tuple[str, str], ...] = ()
    read: datetime | None = None


class Refused(ValueError):
    """There is nothing in it, or too much; or the case was taken back, or has its fill of replies."""


_replies = rows(CaseReplyRow)
_r = _replies.c


def write(db: Connection, keys: Keys, whose: Whose, reply: Reply, papers: Sequence[File] = ()) -> Reply:
    """Keep what the resident sent in the caller's transaction, once for each id; the office is told, and they wait.

    `papers` are checked and clean already; they are kept under the town's key with the case. Raises Refused.
    """
    case = whose.case
    current = cases.held(db, keys, case.municipality, case.id)
    kept = current and [one for one in of_case(db, keys, current) if one.id == reply.id]
    if kept:
        return kept[0]
    text = legible(reply.text)
    if current is None or not _fits(db, current, text, papers):
        raise Refused
    reply = replace(reply, text=text, files=tuple((file.id, file.name) for file in papers))
    plain = json.dumps({"text": text, "files": reply.files}).encode()
    sealer = keys.town(case.municipality)
    row = {"municipality": case.municipality, "id": reply.id, "about": case.id, "at": milliseconds(reply.at)}
    box = {"read": None, "sealed": sealer.seal(plain, _seal(reply.id))}
    if not _insert(db.dialect.name).run(db, {**row, **box}).fetchone():
        raise Refused  # the id of somebody else's reply
    for file in papers:  # with the case's other files, so that they go when it does
        files.keep(db, sealer, replace(file, municipality=case.municipality, owner=f"case:{case.key}"))
    settle(db, current, reply.at)
    told = {"at": moment_shown(reply.at), "text": text, "files": reply.files}
    letter = of_reply(current, whose.town, told, known(db, keys, current))
    tell(db, keys, News(current, whose.town, REPLIED, letter, whose.portal), reply.at)
    return reply


def read(db: Connection, keys: Keys, act: Act) -> Case:
    """A clerk has read everything the resident wrote until now. Raises Unknown or Overtaken."""
    case = held(db, keys, act)
    mine = (_r.municipality == case.municipality, _r.about == case.id, _r.read.is_(None))
    count = db.execute(update(_replies).where(*mine).values(read=act.now)).rowcount
    if count:
        deeds.note(db, act, deeds.READ, replies=count)
        settle(db, case, act.now)
    return cases.by_id(db, keys, case.municipality, case.id) or case


def of_case(db: Connection, keys: Keys, case: Case) -> list[Reply]:
    """Everything the resident wrote about a case, oldest first."""
    sealer, found = keys.town(case.municipality), []
    mine = select(_replies).where(_r.municipality == case.municipality, _r.about == case.id)
    for row in db.execute(mine.order_by(_r.at, _r.id)):
        told = json.loads(sealer.open(row.sealed, _seal(row.id)))
        found.append(Reply(row.id, row.at, told["text"], tuple((id, name) for id, name in told["files"]), row.read))
    return found


def _fits(db: Connection, case: Case, text: str, papers: Sequence[File]) -> bool:
    count = select(func.count()).select_from(_replies)
    mine = count.where(_r.municipality == case.municipality, _r.about == case.id)
    something = bool(text or papers) and len(text) <= LONGEST and len(papers) <= MOST_FILES
    return something and case.status != WITHDRAWN and int(db.execute(mine).scalar_one()) < MOST


def _seal(id: str) -> str:
    return f"reply:{id}"


@cache
def _insert(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in _r}
    return Prepared(insert(_replies).values(values).on_conflict_do_nothing().returning(_r.id))
