"""A mail server and a system of a town hall that fail at random, until told to be calm; what they took for sure."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Thread

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.delivery.certificates import issued
from tests.delivery.given import ACCEPTED, Mailbox
from tests.delivery.webhook.given import Behaviour, System, listening, raw, says

REPLIES = {ACCEPTED: 12, "451 4.3.0 later": 2, "hang up": 2, "take and hang up": 1, "550 5.7.1 never": 1}
"""What the mail server says, and how often of eighteen times."""


class Mail(Mailbox):
    """A mail server of moods."""

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self.chance, self.calm = chance, False

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take or refuse a mail."""
        self.data = [] if self.calm else self.chance.choices([*REPLIES], [*REPLIES.values()])
        return await super().handle_DATA(server, session, envelope)

    @property
    def ids(self) -> set[str]:
        """Of the envelopes it took."""
        return {str(mail["X-Yorisoi-Id"]) for mail in list(self.taken)}

    @property
    def cases(self) -> dict[str, str]:
        """Receipt number → case id, from the JSON enclosed."""
        parts = [part for mail in list(self.taken) for part in mail.iter_attachments()]
        told = [json.loads(part.get_content()) for part in parts if part.get_content_type() == "application/json"]
        return {case["number"]: case["id"] for case in told}


class Moods(list[Behaviour]):
    """How a system behaves, drawn anew each time."""

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self.chance, self.calm = chance, False
        self.accepted: dict[str, str] = {}

    def __bool__(self) -> bool:
        return True

    def pop(self, _index: object = 0) -> Behaviour:  # type: ignore[override]
        bad = (says("503 Busy"), says("422 No"), raw(b""), raw(b"HTTP/1.1 200 OK\r\nContent-Le"))
        return self._take if self.calm else self.chance.choices([self._take, *bad], [8, 2, 1, 2, 1])[0]

    async def _take(self, system: System, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = system.asked[-1]
        self.accepted[asked.headers["webhook-id"]] = asked.body
        await says("204 No Content")(system, reader, writer)

    @property
    def cases(self) -> dict[str, str]:
        """Receipt number → case id of what it took."""
        told = [json.loads(body)["data"] for body in list(self.accepted.values())]
        return {case["number"]: case["id"] for case in told}


@contextmanager
def town_hall(folder: Path, chance: Random) -> Iterator[tuple[System, Moods]]:
    """The system, on a thread of its own, at https://localhost; `folder`/served.pem is who to believe."""
    moods, started = Moods(chance), list[System]()
    loop, over = asyncio.new_event_loop(), asyncio.Event()

    async def serve() -> None:
        async with listening(folder, certificate=issued("localhost", ca=True)) as system:
            system.behaviours = moods
            started.append(system)
            await over.wait()

    thread = Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    try:
        while not started and thread.is_alive():
            thread.join(0.01)
        yield started[0], moods
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(20)
        loop.close()
