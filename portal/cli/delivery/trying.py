"""`delivery try`: a letter without content through each channel of a department, and in plain words what came of it."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

from rich.console import Console

from portal.cli.delivery.place import add_place, place_of
from portal.delivery.envelope import WEBHOOK, Envelope
from portal.delivery.message import BadAddress
from portal.delivery.send import ways_out
from portal.delivery.watch.reasons import reason
from portal.delivery.way import Failed, Way
from portal.language.dates import JAPAN
from portal.language.marks import plain
from portal.municipalities import Municipality
from portal.municipalities.delivery import Api, Batch, Email, Webhook
from portal.security.tokens import new_id
from portal.settings import BadSetting, Settings
from portal.templating import letter

TRIED = "portal.tried"
"""The type of the event that a system is told; it has no case."""


class Try(NamedTuple):
    """One channel: what it is called, what is sent by it (None where nothing is), and what to know of it."""

    name: str
    letter: Envelope | None
    remark: str = ""


def add(verbs: Any) -> None:
    """The command's words."""
    example = "example: yorisoi delivery try kasumigahama welfare"
    parser = verbs.add_parser("try", help="send a test by each channel of a department", epilog=example)
    add_place(parser)
    parser.set_defaults(run=_try)


def _try(settings: Settings, wanted: argparse.Namespace) -> int:
    town, name = place_of(settings, wanted)
    now = datetime.now(UTC)
    try:
        ways = ways_out(settings, lambda: now, lambda _: [])
    except BadAddress:
        raise BadSetting(f"YORISOI_MAIL_FROM is no address: {settings.mail_from!r}") from None
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"{plain(town.name)}, {plain(town.departments[name].name)}", markup=False)
    return asyncio.run(_each(console, ways, list(_tries(town, name, settings, now)), now))


async def _each(console: Console, ways: Mapping[str, Way], tries: list[Try], now: datetime) -> int:
    """Try one after another; 0 when all went well."""
    amiss = 0
    for one in tries:
        why = await _outcome(ways, one.letter, now)
        amiss += why is not None
        to = f" to {one.letter.to}" if one.letter else ""
        how = "did not work" if why else "works" if one.letter else "nothing to try"
        console.print(f"\n{one.name}{to}: {how}", markup=False)
        if why:
            known = reason(why)
            console.print(f"    why: {known.english} ({why})\n    what to do: {known.mend}", markup=False)
        if one.remark and not why:
            console.print(f"    {one.remark}", markup=False)
    for way in ways.values():
        await way.rest()
    return 1 if amiss else 0


async def _outcome(ways: Mapping[str, Way], letter: Envelope | None, now: datetime) -> str | None:
    """The codes of the failure, or None."""
    try:
        if letter:
            await ways[letter.channel].send(letter, now)
    except Failed as failed:
        return failed.why
    return None


def _tries(town: Municipality, name: str, settings: Settings, now: datetime) -> Iterator[Try]:
    mail = _mail(town, name)
    for channel in town.departments[name].delivery:
        if isinstance(channel, Webhook):
            yield Try("webhook", _posted(mail, channel, now))
        elif isinstance(channel, Api):
            remark = f"a system of the town comes for the cases; see `yorisoi api client list {town.slug}`"
            yield Try("api", None, remark)
        else:
            test = replace(mail, id=new_id(), key=channel.certificate or "")
            yield Try(_called(channel), test, _next(settings, test))


def _called(channel: Email | Batch) -> str:
    sealed = ", sealed (S/MIME)" if channel.certificate else ""
    return f"email, {channel.style}{sealed}" if isinstance(channel, Email) else f"batch, each {channel.every}{sealed}"


def _next(settings: Settings, mail: Envelope) -> str:
    """Where the mail went."""
    if settings.smtp_url:
        return "the mail server has accepted it; ask the department whether it has come"
    return f"no mail server is set up (YORISOI_SMTP_URL): it lies in {settings.var / 'outbox' / mail.id}.eml"


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
