"""By which channels a department learns of a case: from one letter to an envelope for each of its channels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from portal.cases.case import Case
from portal.cases.course import events
from portal.cases.course.events import (
    ANSWERED,
    ARRIVED,
    CALL_WANTED,
    CONSENT_TAKEN_BACK,
    MANDATE_ENDED,
    REPLIED,
    SIGNED,
    TAKEN_BACK,
)
from portal.cases.document import desk_path, path
from portal.cases.letters import paper
from portal.delivery import outbox
from portal.delivery.envelope import WEBHOOK, Envelope
from portal.language.dates import JAPAN
from portal.municipalities import Municipality
from portal.municipalities.delivery import Batch, Email, Webhook
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.templating import letter

EVENTS = {
    ARRIVED: "新しい申し込み",
    REPLIED: "申し込んだ人からの返事",
    CALL_WANTED: "電話してほしい人",
    TAKEN_BACK: "申し込みの取りやめ",
    CONSENT_TAKEN_BACK: "同意の取りやめ",
    ANSWERED: "本人の返事",
    MANDATE_ENDED: "代わりの人に頼むことの終わり",
    SIGNED: "鍵（パスキー）の印",
}
"""What a department learns: its type for systems, and what a mail calls it that anybody on the road may read."""


@dataclass(frozen=True)
class News:
    """A key of EVENTS, the whole letter about it, with the case for machines as its first enclosure, the portal's
    public address without a slash at its end, and what the feed tells of it in codes.
    """

    case: Case
    town: Municipality
    event: str
    letter: Envelope
    portal: str
    data: Mapping[str, str] = field(default_factory=dict)


def tell(db: Connection, keys: Keys, news: News, now: datetime) -> None:
    """Post to the department by each of its channels, and put it into the feed, in the caller's transaction."""
    events.tell(db, news.case, news.event, now, **news.data)
    for envelope in envelopes(news, now):
        outbox.post(db, keys, envelope, now)


def envelopes(news: News, now: datetime) -> Iterator[Envelope]:
    """One for each channel that has something to send now.

    New cases come in batches where a department wants them so; what happens to one afterwards (somebody may be about to
    be paid) comes at once, by mail to the same address. By the API alone nothing is sent.
    """
    channels = news.town.departments[news.case.department].delivery
    if news.event == SIGNED:  # nobody has to do anything about it: no mail
        channels = tuple(channel for channel in channels if isinstance(channel, Webhook))
    mailed = any(isinstance(channel, Email) for channel in channels)
    for channel in channels:
        if isinstance(channel, Email) and channel.style == "notice":
            yield _notice(news, channel.certificate)
        elif isinstance(channel, Email):
            yield _mail(news, channel.certificate, pdf=channel.pdf)
        elif isinstance(channel, Webhook):
            yield _posted(news, channel, now)
        elif isinstance(channel, Batch) and news.event != ARRIVED and not mailed:
            yield _mail(news, channel.certificate)


def _mail(news: News, certificate: str | None, pdf: bool = False) -> Envelope:
    """The whole letter; of a sealed one the road learns the receipt number, and nothing about whose it is."""
    letter = news.letter
    if pdf:
        told = json.loads(letter.enclosures[0].content)
        letter = replace(letter, papers=(paper.of(news.case, news.town, told),))
    return replace(letter, key=certificate, subject=_subject(news)) if certificate else letter


def _notice(news: News, certificate: str | None) -> Envelope:
    """That there is something, and where: nothing personal, so the department has the case only once it has looked."""
    department = news.town.departments[news.case.department]
    desk, api = (f"{news.portal}{each}" for each in (desk_path(news.case, news.town), path(news.case)))
    told = {"what": EVENTS[news.event], "desk": desk, "api": api}
    written = letter("notice", number=news.case.number, department=department, town=news.town, **told)
    return replace(
        news.letter,
        id=new_id(),
        **written._asdict(),
        key=certificate or "",
        hands_over=(),
        enclosures=(),
        files=(),
    )


def _posted(news: News, channel: Webhook, now: datetime) -> Envelope:
    """The case as a system of the town is told of it (Standard Webhooks: type, timestamp, data)."""
    head = {"type": news.event, "timestamp": now.astimezone(JAPAN).isoformat(timespec="milliseconds")}
    known = news.letter.enclosures[0].content.decode()
    return replace(
        news.letter,
        id=new_id(),
        channel=WEBHOOK,
        to=channel.url,
        key=channel.signed_by(news.town.code, news.case.department),
        subject=news.event,
        text=f'{json.dumps(head)[:-1]}, "data": {known}}}',
        html="",
        enclosures=(),
        files=(),
    )


def _subject(news: News) -> str:
    return f"{news.case.number} {EVENTS[news.event]}"
