"""`delivery try`: a letter without content through each channel of a department, and in plain words what came of it."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from rich.console import Console

from portal.cli.delivery.place import add_place, place_of
from portal.delivery.envelope import Envelope
from portal.delivery.message import BadAddress
from portal.delivery.send import ways_out
from portal.delivery.watch.reasons import reason
from portal.delivery.watch.trial import Try, outcome, tries
from portal.delivery.way import Way
from portal.language.marks import plain
from portal.municipalities import Municipality
from portal.municipalities.delivery import Api, Channel, Email, Webhook
from portal.settings import BadSetting, Settings


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
    told = [(one, _remark(one, town, settings)) for one in tries(town, name, now)]
    return asyncio.run(_each(console, ways, told, now))


async def _each(console: Console, ways: Mapping[str, Way], told: list[tuple[Try, str]], now: datetime) -> int:
    """Try one after another; 0 when all went well."""
    amiss = 0
    for one, remark in told:
        why = await outcome(ways, one.letter, now)
        amiss += why is not None
        to = f" to {one.letter.to}" if one.letter else ""
        how = "did not work" if why else "works" if one.letter else "nothing to try"
        console.print(f"\n{_called(one.channel)}{to}: {how}", markup=False)
        if why:
            known = reason(why)
            console.print(f"    why: {known.english} ({why})\n    what to do: {known.mend}", markup=False)
        elif remark:
            console.print(f"    {remark}", markup=False)
    for way in ways.values():
        await way.rest()
    return 1 if amiss else 0


def _called(channel: Channel) -> str:
    if isinstance(channel, Api | Webhook):
        return channel.kind
    sealed = ", sealed (S/MIME)" if channel.certificate else ""
    return f"email, {channel.style}{sealed}" if isinstance(channel, Email) else f"batch, each {channel.every}{sealed}"


def _remark(one: Try, town: Municipality, settings: Settings) -> str:
    if isinstance(one.channel, Api):
        return f"a system of the town comes for the cases; see `yorisoi api client list {town.slug}`"
    if isinstance(one.channel, Webhook) or one.letter is None:
        return ""
    return _next(settings, one.letter)


def _next(settings: Settings, mail: Envelope) -> str:
    """Where the mail went."""
    if settings.smtp_url:
        return "the mail server has accepted it; ask the department whether it has come"
    return f"no mail server is set up (YORISOI_SMTP_URL): it lies in {settings.var / 'outbox' / mail.id}.eml"
