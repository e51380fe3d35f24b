"""The worker: takes envelopes from the outbox and sees each one out of the house."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from random import Random, SystemRandom
from typing import TypeVar

from portal.delivery import outbox
from portal.delivery.email import way_out
from portal.delivery.envelope import Envelope
from portal.delivery.message import Stamp, bare, message
from portal.delivery.outbox import Leased
from portal.delivery.way import Passing, Permanent, TooLarge, Way
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.settings import Settings
from portal.storage import files
from portal.storage.database import Database, Unavailable
from portal.storage.files import File

AT_ONCE = 4
"""Letters under way at the same time: a mail server takes a few connections gladly, many as an attack."""
POLL = 1.0
"""Seconds between two looks into an empty outbox."""
PATIENCE = outbox.LEASE.total_seconds() * 0.8
"""Seconds one letter may take in all; it must be over before its lease is."""

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class Worker:
    """One sender of letters. `clock` tells the moment, `chance` spreads the pauses.

    Raises BadAddress when the operator's `mail_from` is none: better at once than once a letter.
    """

    database: Database
    keys: Keys
    settings: Settings
    clock: Callable[[], datetime]
    chance: Random = field(default_factory=SystemRandom)
    way: Way = field(init=False)

    def __post_init__(self) -> None:
        bare(self.settings.mail_from)
        object.__setattr__(self, "way", way_out(self.settings.smtp_url, self.settings.var / "outbox"))

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; letters under way are finished first. A failing database is waited for."""
        stopped = asyncio.create_task(stop.wait())
        under_way: set[asyncio.Task[None]] = set()
        while not stop.is_set():
            taken = await self._take(AT_ONCE - len(under_way)) if len(under_way) < AT_ONCE else []
            under_way |= {asyncio.create_task(self.carry(one)) for one in taken}
            if not under_way:
                await self.way.rest()
            patience = POLL if len(under_way) < AT_ONCE else None
            await asyncio.wait({stopped, *under_way}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            under_way = {task for task in under_way if not task.done()}
        await asyncio.gather(*under_way)
        await self.way.rest()

    async def try_once(self) -> int:
        """Take what is due, up to what goes at once, and carry it; how many were taken."""
        taken = await self._take(AT_ONCE)
        await asyncio.gather(*map(self.carry, taken))
        await self.way.rest()
        return len(taken)

    async def carry(self, leased: Leased) -> None:
        """See one envelope out and note how it went. Raises nothing: one letter never stops the rest."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._out(leased)
        except Permanent as failed:
            await self._note(leased, failed.why, partial(outbox.set_aside, leased=leased, error=failed.why))
        except Exception as failed:
            # A surprise is a fault of ours or of this machine: the letter waits until it is mended.
            why = failed.why if isinstance(failed, Passing) else type(failed).__name__
            again = partial(outbox.put_off, leased=leased, error=why, chance=self.chance)
            await self._note(leased, why, again)
        else:
            await self._note(leased, "delivered", partial(outbox.delivered, leased=leased))

    async def _take(self, count: int) -> list[Leased]:
        try:
            return await self._kept(partial(self._lease, count))
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

    def _lease(self, count: int, patient: bool) -> list[Leased]:
        with self.database.reading() as db:  # most looks find nothing, and need not keep writers waiting
            if not outbox.anything_due(db, self.clock()):
                return []
        with self.database.writing(patient=patient) as db:
            return outbox.lease(db, self.clock(), count)

    async def _out(self, leased: Leased) -> None:
        try:
            envelope = leased.opened(self.keys)
            between = bare(self.settings.mail_from), bare(envelope.to)
        except (Unreadable, ValueError, KeyError, TypeError) as error:
            raise Permanent(type(error).__name__) from None
        stamp = Stamp(self.settings.mail_from, leased.posted)
        try:
            mail = (
                await asyncio.to_thread(self._with_files, envelope, stamp)
                if envelope.files
                else message(envelope, stamp)
            )
            await self.way.send(envelope.id, between, mail)
        except TooLarge:  # the letter names where its files can be fetched, so it does without them
            await self.way.send(envelope.id, between, message(envelope, stamp))

    def _with_files(self, envelope: Envelope, stamp: Stamp) -> bytes:
        with self.database.reading() as db:
            sealer = self.keys.town(envelope.municipality)
            found = [files.read(db, sealer, envelope.municipality, id) for id in envelope.files]
        return message(envelope, stamp, within(self.settings.mail_limit, found))

    async def _note(self, leased: Leased, how: str, note: Callable[..., None]) -> None:
        log.info("envelope %s: %s", leased.id, how)
        try:
            await self._kept(partial(self._write, note))
        except Exception as error:  # its lease runs out, and it comes round again
            log.error("envelope %s cannot be marked: %s", leased.id, type(error).__name__)

    def _write(self, note: Callable[..., None], patient: bool) -> None:
        with self.database.writing(patient=patient) as db:
            note(db, now=self.clock())


def within(limit: int, found: Iterable[File | None]) -> list[File]:
    """The files that fit one after another into `limit` bytes; one that is gone cannot be enclosed."""
    fitting: list[File] = []
    for file in found:
        if file is not None and len(file.content) <= limit:
            fitting.append(file)
            limit -= len(file.content)
    return fitting


async def work(
    database: Database, keys: Keys, settings: Settings, clock: Callable[[], datetime], stop: asyncio.Event
) -> None:
    """Send what waits in the outbox until `stop` is set."""
    await Worker(database, keys, settings, clock).run(stop)
