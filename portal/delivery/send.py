"""The worker: takes envelopes from the outbox and sees each one out of the house."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from random import Random, SystemRandom
from typing import TypeVar

from sqlalchemy import Connection

from portal.delivery import outbox
from portal.delivery.envelope import EMAIL, PUSH, WEBHOOK, Envelope
from portal.delivery.mail import Files, Mail
from portal.delivery.outbox import Leased, Receiver
from portal.delivery.push.post import Push
from portal.delivery.way import Gone, Passing, Permanent, Way
from portal.delivery.webhook.post import Webhook
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.settings import Settings
from portal.storage import files
from portal.storage.database import Database, Unavailable
from portal.storage.files import File


@dataclass(frozen=True)
class Lane:
    """How many letters of a channel are under way at the same time: in all, and to one department of one town."""

    channel: str
    at_once: int
    each: int


SYSTEMS = Lane(WEBHOOK, 8, 2)
"""Systems are many, and one that is slow keeps no other waiting."""
TELEPHONES = Lane(PUSH, 8, 8)
"""Their push services are few and large."""
POLL = 1.0
"""Seconds between two looks into an empty outbox."""
PATIENCE = outbox.LEASE.total_seconds() * 0.8
"""Seconds one letter may take in all; it must be over before its lease is."""

log = logging.getLogger(__name__)
T = TypeVar("T")
Told = Callable[[Connection, Envelope, datetime], None]
"""Who wants to know that an envelope was accepted, in the transaction that notes it: what, and when."""


def nobody(_db: Connection, _envelope: Envelope, _at: datetime) -> None:
    """Who tells nobody."""


def ways_out(settings: Settings, clock: Callable[[], datetime], files: Files) -> dict[str, Way]:
    """The way of each channel that a department can have. Raises BadAddress for a `mail_from` that is none."""
    return {EMAIL: Mail(settings, clock, files), WEBHOOK: Webhook(settings, clock)}


@dataclass(frozen=True)
class Worker:
    """One sender of letters. `clock` tells the moment, `chance` spreads the pauses, `told` hears what was accepted,
    `gone` what nobody is there for any more.

    Raises BadAddress when the operator's `mail_from` is none: better at once than once a letter.
    """

    database: Database
    keys: Keys
    settings: Settings
    clock: Callable[[], datetime]
    chance: Random = field(default_factory=SystemRandom)
    told: Told = nobody
    gone: Told = nobody
    ways: Mapping[str, Way] = field(init=False)
    lanes: tuple[Lane, ...] = field(init=False)

    def __post_init__(self) -> None:
        mails = self.settings.mail_connections  # a mail server, which is one for all, takes many as an attack
        object.__setattr__(self, "lanes", (Lane(EMAIL, mails, mails), SYSTEMS, TELEPHONES))
        ways = ways_out(self.settings, self.clock, self._files)
        object.__setattr__(self, "ways", ways | {PUSH: Push(self.settings, self.keys, self.clock)})

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; letters under way are finished first. A failing database is waited for."""
        stopped = asyncio.create_task(stop.wait())
        under_way: dict[asyncio.Task[None], Leased] = {}
        while not stop.is_set():
            for lane in self.lanes:
                taken = await self._taken(lane, [one for one in under_way.values() if one.channel == lane.channel])
                under_way |= {asyncio.create_task(self.carry(one)): one for one in taken}
            if not under_way:
                await self._rest()
            await asyncio.wait({stopped, *under_way}, timeout=POLL, return_when=asyncio.FIRST_COMPLETED)
            under_way = {task: one for task, one in under_way.items() if not task.done()}
        await asyncio.gather(*under_way)
        await self._rest()

    async def try_once(self) -> int:
        """Take what is due, up to what goes at once, and carry it; how many were taken."""
        taken = [one for lane in self.lanes for one in await self._taken(lane, [])]
        await asyncio.gather(*map(self.carry, taken))
        await self._rest()
        return len(taken)

    async def carry(self, leased: Leased) -> None:
        """See one envelope out and note how it went. Raises nothing: one letter never stops the rest."""
        try:
            async with asyncio.timeout(PATIENCE):
                envelope = self._opened(leased)
                await self.ways[envelope.channel].send(envelope, leased.posted)
        except Gone as failed:
            await self._note(leased, failed.why, partial(self._over, leased=leased, envelope=envelope, hear=self.gone))
        except Permanent as failed:
            await self._note(leased, failed.why, partial(outbox.set_aside, leased=leased, error=failed.why))
        except Exception as failed:
            # A surprise is a fault of ours or of this machine: the letter waits until it is mended.
            passing = failed if isinstance(failed, Passing) else Passing(type(failed).__name__)
            await self._note(
                leased, passing.why, partial(outbox.put_off, leased=leased, failed=passing, chance=self.chance)
            )
        else:
            await self._note(leased, "delivered", partial(self._over, leased=leased, envelope=envelope, hear=self.told))

    def _over(self, db: Connection, leased: Leased, envelope: Envelope, hear: Told, now: datetime) -> None:
        outbox.delivered(db, leased, now)
        hear(db, envelope, now)

    async def _taken(self, lane: Lane, under_way: Sequence[Leased]) -> list[Leased]:
        """What a lane has room for. Where a receiver has room for less than the lane, one is taken after the other."""
        found: list[Leased] = []
        while free := lane.at_once - len(under_way) - len(found):
            count = Counter(one.receiver for one in (*under_way, *found))
            busy = [receiver for receiver, n in count.items() if n >= lane.each]
            some = await self._take(lane.channel, free if lane.each == lane.at_once else 1, busy)
            found += some
            if not some or lane.each == lane.at_once:
                break
        return found

    async def _take(self, channel: str, count: int, busy: Collection[Receiver]) -> list[Leased]:
        try:
            return await self._kept(partial(self._lease, channel, count, busy))
        except Exception as error:
            log.error("the outbox cannot be read: %s", type(error).__name__)
            return []

    async def _kept(self, work: Callable[[bool], T]) -> T:
        """Let the database work. SQLite answers in microseconds: a thread would cost more, and is only needed
        to wait while another process keeps its one writer."""
        if self.database.is_sqlite:
            try:
                return work(False)
            except Unavailable as busy:
                if busy.begun:
                    raise
        return await asyncio.to_thread(work, True)

    def _lease(self, channel: str, count: int, busy: Collection[Receiver], patient: bool) -> list[Leased]:
        with self.database.reading() as db:  # most looks find nothing, and need not keep writers waiting
            if not outbox.anything_due(db, self.clock(), channel):
                return []
        with self.database.writing(patient=patient) as db:
            return outbox.lease(db, self.clock(), count, channel, busy)

    def _opened(self, leased: Leased) -> Envelope:
        try:
            return leased.opened(self.keys)
        except (Unreadable, ValueError, KeyError, TypeError) as error:
            raise Permanent(type(error).__name__) from None

    async def _rest(self) -> None:
        for way in self.ways.values():
            await way.rest()

    def _files(self, envelope: Envelope) -> Sequence[File | None]:
        with self.database.reading() as db:
            sealer = self.keys.town(envelope.municipality)
            return [files.read(db, sealer, envelope.municipality, id) for id in envelope.files]

    async def _note(self, leased: Leased, how: str, note: Callable[..., None]) -> None:
        log.info("envelope %s: %s", leased.id, how)
        try:
            await self._kept(partial(self._write, note))
        except Exception as error:  # its lease runs out, and it comes round again
            log.error("envelope %s cannot be marked: %s", leased.id, type(error).__name__)

    def _write(self, note: Callable[..., None], patient: bool) -> None:
        with self.database.writing(patient=patient) as db:
            note(db, now=self.clock())
