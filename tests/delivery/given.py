"""Envelopes, and a mail server that can be told how to behave."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from random import Random
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Session
from aiosmtpd.smtp import Envelope as Received
from sqlalchemy import select

from portal.delivery import outbox
from portal.delivery.envelope import Enclosure, Envelope
from portal.delivery.outbox import EnvelopeRow
from portal.delivery.send import Worker
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.settings import Settings
from portal.storage.database import Database, rows

TOWN = "990019"
ACCEPTED = "250 2.0.0 taken"
_e = rows(EnvelopeRow).c


def envelope(**changes: Any) -> Envelope:
    """A letter to a department about a case."""
    usual: dict[str, Any] = {
        "municipality": TOWN,
        "id": new_id(),
        "about": "case-1",
        "to": "welfare@town.example",
        "subject": "4827-1936-52 特別給付金を受けとる",
        "text": "「特別給付金」の申しこみが届きました。\n",
        "enclosures": (Enclosure("case-4827-1936-52.json", "application/json", '{"name":"山田 花子"}'.encode()),),
    }
    return Envelope(**(usual | changes))


class Mailbox:
    """What the mail server took, and what it shall answer: replies to RCPT and DATA, first one first."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.to: list[str] = []
        self.rcpt: list[str] = []
        self.data: list[str] = []
        self.secure: list[bool] = []
        self.connections = 0
        self.on_mail: Callable[[], object] = lambda: None
        self.on_leave: Callable[[], object] = lambda: None

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Received, hostname: str, responses: list[str]
    ) -> list[str]:
        """Count those who introduce themselves."""
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Received) -> str:  # noqa: N802
        """Somebody takes leave."""
        self.on_leave()
        return "221 2.0.0 bye"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Received, address: str, options: list[str]
    ) -> str:
        """Take or refuse a receiver."""
        if self.rcpt and not (reply := self.rcpt.pop(0)).startswith("250"):
            return reply
        envelope.rcpt_tos.append(address)
        return ACCEPTED

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Received) -> str:  # noqa: N802
        """Take or refuse a mail; "hang up" drops the connection without an answer."""
        reply = self.data.pop(0) if self.data else ACCEPTED
        if reply == "hang up":
            server.transport.abort()
            return ACCEPTED
        if reply.startswith("250") or reply == "take and hang up":
            self.taken.append(message_from_bytes(envelope.content, policy=default))  # type: ignore[arg-type]
            self.to += envelope.rcpt_tos
            self.secure.append(session.ssl is not None)
            self.on_mail()
        if reply == "take and hang up":
            server.transport.abort()
        return reply


@contextmanager
def mail_server(mailbox: Mailbox, tls: ssl.SSLContext | None = None, **options: Any) -> Iterator[int]:
    """A mail server on this machine; gives its port."""
    server = _AnyPort(mailbox, hostname="127.0.0.1", port=0, tls_context=tls, **options)
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


class _AnyPort(Controller):
    """Listens on a port the system chooses."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class Post:
    """A worker with its outbox, mail server and a clock set by hand."""

    def __init__(self, database: Database, keys: Keys, settings: Settings, now: datetime) -> None:
        self.database, self.keys, self.settings, self.now = database, keys, settings, now
        self.worker = Worker(database, keys, settings, lambda: self.now, Random(1))

    def post(self, **changes: object) -> str:
        letter = envelope(**changes)
        with self.database.writing() as db:
            outbox.post(db, self.keys, letter, self.now)
        return letter.id

    def try_once(self) -> int:
        return asyncio.run(self.worker.try_once())

    def states(self) -> dict[str, tuple[str, str]]:
        with self.database.reading() as db:
            found = db.execute(select(_e.id, _e.state, _e.last_error))
            return {row.id: (row.state, row.last_error) for row in found}
