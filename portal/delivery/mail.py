"""The way out by mail: a letter is written, sealed where the department wants it, and handed to whoever carries it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from portal.delivery.email import Smtp
from portal.delivery.eml import Folder
from portal.delivery.envelope import Enclosure, Envelope
from portal.delivery.message import BadAddress, Seal, Stamp, bare, message
from portal.delivery.way import Passing, Permanent, TooLarge
from portal.municipalities.municipality import DATA
from portal.settings import Settings
from portal.storage.files import File
from portal.typesetting.pdf import Unset, pdf

log = logging.getLogger(__name__)
Files = Callable[[Envelope], Sequence[File | None]]
"""Reads the uploaded files of an envelope; one that is gone is None."""


class Carrier(Protocol):
    """Takes finished mails: a mail server, or a folder."""

    async def send(self, id: str, between: tuple[str, str], mail: bytes) -> None:
        """Hand over one mail `between` (sender, receiver); returns once it is safe with the other side.

        Raises Passing or Permanent.
        """

    async def rest(self) -> None:
        """Nothing to send for now: give back what is held open."""


def carrier(settings: Settings) -> Carrier:
    """What the operator has set up: smtp[s]://user:password@host:port, or .eml files in the var folder."""
    return Smtp(settings.smtp_url) if settings.smtp_url else Folder(settings.var / "outbox")


def certificates_at(settings: Settings) -> Path:
    """The folder of the departments' certificates."""
    return Path(settings.certificates) if settings.certificates else DATA


class Mail:
    """Sends envelopes as mails. Raises BadAddress when the operator's `mail_from` is none."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime], files: Files) -> None:
        self._sender, self._limit = settings.mail_from, settings.mail_limit
        self._from = bare(settings.mail_from)
        self._certificates = certificates_at(settings)
        self._clock, self._files = clock, files
        self.carrier = carrier(settings)

    async def send(self, envelope: Envelope, posted: datetime) -> None:
        """Hand one letter to the mail server. Raises Passing or Permanent."""
        try:
            between = self._from, bare(envelope.to)
        except BadAddress as error:
            raise Permanent(type(error).__name__) from None
        stamp = Stamp(self._sender, posted)
        if envelope.papers:
            envelope = await asyncio.to_thread(printed, envelope)
        seal = await asyncio.to_thread(self._seal, envelope.key) if envelope.key else None
        try:
            mail = (
                await asyncio.to_thread(self._with_files, envelope, stamp, seal)
                if envelope.files
                else message(envelope, stamp, seal=seal)
            )
            await self.carrier.send(envelope.id, between, mail)
        except TooLarge:  # the letter names where its files can be fetched, so it does without them
            await self.carrier.send(envelope.id, between, message(envelope, stamp, seal=seal))

    async def rest(self) -> None:
        """Take leave of the mail server."""
        await self.carrier.rest()

    def _seal(self, name: str) -> Seal:
        """What seals a mail to a department. A certificate that cannot do it now keeps the letter here: it never goes
        in the clear, and goes once there is another.
        """
        from portal.delivery import smime

        try:
            found = smime.recipients(self._certificates / name, self._clock())
        except smime.BadCertificate as error:
            raise Passing(str(error)) from None
        return lambda entity: smime.sealed(entity, found)

    def _with_files(self, envelope: Envelope, stamp: Stamp, seal: Seal | None) -> bytes:
        return message(envelope, stamp, within(self._limit, self._files(envelope)), seal)


def printed(envelope: Envelope) -> Envelope:
    """The letter with its papers set and enclosed; one that cannot be is left out: its words stand in the letter."""
    made = []
    for paper in envelope.papers:
        try:
            made.append(Enclosure(paper.name, "application/pdf", pdf(paper.template, paper.data)))
        except Unset:  # why not may hold words of the letter
            log.error("envelope %s goes without its %s.typ as PDF", envelope.id, paper.template)
    return replace(envelope, enclosures=(*envelope.enclosures, *made), papers=())


def within(limit: int, found: Iterable[File | None]) -> list[File]:
    """The files that fit one after another into `limit` bytes; one that is gone cannot be enclosed."""
    fitting: list[File] = []
    for file in found:
        if file is not None and len(file.content) <= limit:
            fitting.append(file)
            limit -= len(file.content)
    return fitting
