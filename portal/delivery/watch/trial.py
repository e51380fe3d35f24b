"""A trial: a letter without content for each channel of a department, and what came of sending it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from portal.delivery.envelope import WEBHOOK, Envelope
from portal.delivery.way import Failed, Way
from portal.language.dates import JAPAN
from portal.municipalities import Municipality
from portal.municipalities.delivery import Api, Channel, Webhook
from portal.security.tokens import new_id
from portal.templating import letter

TRIED = "portal.tried"
"""The type of the event that a system is told; it has no case."""


class Try(NamedTuple):
    """One channel, and what is sent by it; None where nothing is."""

    channel: Channel
    letter: Envelope | None


def tries(town: Municipality, name: str, now: datetime) -> Iterator[Try]:
    """A try for each channel of the department of that name."""
    mail = _mail(town, name)
    for channel in town.departments[name].delivery:
        if isinstance(channel, Api):
            yield Try(channel, None)
        elif isinstance(channel, Webhook):
            yield Try(channel, _posted(mail, channel, now))
        else:
            yield Try(channel, replace(mail, id=new_id(), key=channel.certificate or ""))


async def outcome(ways: Mapping[str, Way], letter: Envelope | None, now: datetime) -> str | None:
    """The codes of the failure (see `reasons`), or None."""
    try:
        if letter:
            await ways[letter.channel].send(letter, now)
    except Failed as failed:
        return failed.why
    return None


def _posted(mail: Envelope, hook: Webhook, now: datetime) -> Envelope:
    """What a system is told: nothing but that it was tried."""
    told = {"type": TRIED, "timestamp": now.astimezone(JAPAN).isoformat(timespec="milliseconds"), "data": {}}
    key = hook.signed_by(mail.municipality, mail.department)
    return replace(
        mail, id=new_id(), channel=WEBHOOK, to=hook.url, key=key, subject=TRIED, text=json.dumps(told), html=""
    )


def _mail(town: Municipality, name: str) -> Envelope:
    """A mail that says what it is for, and that nothing has to be done."""
    department = town.departments[name]
    written = letter("trial", town=town, department=department)
    return Envelope(
        municipality=town.code,
        id=new_id(),
        about=f"trial:{name}",
        to=department.email,
        subject=written.subject,
        text=written.text,
        html=written.html,
        department=name,
    )
