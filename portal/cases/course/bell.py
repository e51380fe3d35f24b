"""A bell: a telephone that wants to be told when the office has answered, and the note that rings it.

The note has not a word of anybody, neither name nor number: it may stand on a screen that others see.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlsplit

from sqlalchemy import Connection, Index, delete, func, insert, select
from sqlmodel import Field, SQLModel

from portal.cases.case import Case
from portal.cases.letters.resident import Writing
from portal.delivery import outbox
from portal.delivery.envelope import PUSH, Envelope
from portal.delivery.push.sealing import SECRET, able, decoded
from portal.language.words import say, words_for
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.security.tokens import new_id
from portal.storage.database import rows

MOST = 8
"""Bells of one case: a family's telephones."""
PLAIN = re.compile(r"[!-~]{1,1000}")
"""How a push service's address may be written; those of today have 150 to 500 signs."""
NEWS = say("役所から、知らせがあります。")
LOOK = say("ここを押すと、申し込みの様子を見るページが開きます。")


class TooMany(Exception):
    """A case has MOST bells already."""


class CaseBellRow(SQLModel, table=True):
    """A bell for the case `about`; `id` is the same for all bells of one browser, and `sealed` where it rings."""

    __tablename__ = "case_bells"
    __table_args__ = (Index("case_bells_browser", "municipality", "id"),)
    municipality: str = Field(primary_key=True)
    about: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    sealed: bytes


@dataclass(frozen=True)
class Browser:
    """What a browser gives out to be reached (W3C Push API): where its push service is asked, and by what it is sealed.

    `known` is our own key as the browser was told it; `language` is its reader's.
    """

    endpoint: str
    p256dh: str
    auth: str
    known: str
    language: str

    @property
    def sound(self) -> bool:
        """Whether it can be one: a host of the open net by https at its own port, and keys of the right length."""
        try:
            place = urlsplit(self.endpoint)
            keyed = able(decoded(self.p256dh)) and len(decoded(self.auth)) == SECRET
            named = place.scheme == "https" and bool(place.hostname) and place.port in {None, 443}
        except ValueError:
            return False
        return keyed and named and place.username is None and bool(PLAIN.fullmatch(self.endpoint))


def hang(db: Connection, keys: Keys, case: Case, browser: Browser) -> None:
    """Ring this browser from now on when the office answers; hung twice it is one. Raises TooMany."""
    id = named(browser.endpoint)
    mine = (_b.municipality == case.municipality, _b.about == case.id)
    db.execute(delete(_bells).where(*mine, _b.id == id))
    if db.execute(select(func.count()).select_from(_bells).where(*mine)).scalar_one() >= MOST:
        raise TooMany
    box = keys.town(case.municipality).seal(json.dumps(asdict(browser)).encode(), _seal(case.id, id))
    db.execute(insert(_bells).values(municipality=case.municipality, about=case.id, id=id, sealed=box))


def take_down(db: Connection, municipality: str, endpoint: str) -> None:
    """No bell of this browser rings any more; who knows its address is that browser."""
    db.execute(delete(_bells).where(_b.municipality == municipality, _b.id == named(endpoint)))


def gone(db: Connection, envelope: Envelope, _at: datetime) -> None:
    """A browser that was to be told is not there any more."""
    if envelope.channel == PUSH:
        take_down(db, envelope.municipality, envelope.to)


def ring(db: Connection, keys: Keys, about: Writing, now: datetime) -> None:
    """The office has answered: a note to each browser, in the caller's transaction."""
    case, sealer = about.case, keys.town(about.case.municipality)
    mine = (_b.municipality == case.municipality, _b.about == case.id)
    found = db.execute(select(_b.id, _b.sealed).where(*mine).order_by(_b.id)).all()
    for line, row in zip(lines(case.id), found, strict=False):
        with suppress(Unreadable):  # what the office has to say must not wait for one telephone
            browser = Browser(**json.loads(sealer.open(row.sealed, _seal(case.id, row.id))))
            outbox.post(db, keys, _note(about, browser, line), now)


def lines(case: str) -> tuple[str, ...]:
    """What the notes about the case with this id are filed under: a line for each telephone, so that one that cannot be
    reached keeps neither another nor any letter waiting.
    """
    return tuple(f"bell:{case}:{n}" for n in range(MOST))


def named(endpoint: str) -> str:
    """What a browser's bells are called: nobody learns its address from that."""
    return sha256(endpoint.encode()).hexdigest()


def _note(about: Writing, browser: Browser, line: str) -> Envelope:
    words = words_for(browser.language)
    told = {
        "title": words(NEWS),
        "body": words(LOOK),
        "language": browser.language,
        "url": f"/{browser.language}/{about.town.slug}/status",
    }
    return Envelope(
        municipality=about.case.municipality,
        id=new_id(),
        about=line,
        to=browser.endpoint,
        subject="",
        text=json.dumps(told, ensure_ascii=False, separators=(",", ":")),
        channel=PUSH,
        key=f"{browser.p256dh}.{browser.auth}.{browser.known}",
    )


def _seal(case: str, id: str) -> str:
    return f"bell:{case}:{id}"


_bells = rows(CaseBellRow)
_b = _bells.c
