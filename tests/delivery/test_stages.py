"""A mail server that fails at each stage of the conversation: nothing is lost, nothing marked that was not taken."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from portal.delivery import outbox
from portal.delivery.email import TIMEOUT, Smtp
from portal.delivery.envelope import EMAIL
from portal.delivery.mail import Mail
from portal.delivery.watch import mending
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.delivery.certificates import believed, issued
from tests.delivery.given import TOWN, Mailbox, Post

BEFORE = ("connect", "banner", "EHLO", "STARTTLS", "AUTH")
"""Here nobody has heard of a letter yet, so it is never at fault."""
LETTER = ("MAIL", "RCPT", "DATA")
FOR_NOW, FOR_GOOD, DROP, SILENT = "451 4.3.0 not now", "554 5.7.1 never", "drop", "silent"


class Moody(SMTP):
    """A server in a mood: how it behaves at one stage of a conversation."""

    moods: dict[str, str]
    lines: list[asyncio.Transport]

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.lines.append(transport)
        if "connect" in self.moods:
            transport.abort()

    async def push(self, status: Any) -> None:
        words = status if isinstance(status, str) else status.decode()
        if words.startswith("220 ") and "banner" in self.moods:
            await self._behave(self.moods["banner"])
        else:
            await super().push(status)

    async def _behave(self, mood: str) -> None:
        if mood == SILENT:
            await asyncio.Event().wait()  # until the other side hangs up, which cancels this
        elif mood == DROP:
            self.transport.abort()
        else:
            await super().push(mood)


def _answer(command: str, stage: str) -> Any:
    """The answer to a command: that of the mood at a stage, or the usual one."""
    usual = getattr(SMTP, f"smtp_{command}")

    async def answer(self: Moody, arg: str) -> None:
        mood = self.moods.get(stage)
        await (self._behave(mood) if mood else usual(self, arg))

    return answer


for _command in (*BEFORE[2:], "HELO", *LETTER, "QUIT"):
    setattr(Moody, f"smtp_{_command}", _answer(_command, "EHLO" if _command == "HELO" else _command))


class Server(Controller):
    """A server with TLS and login on this machine."""

    def __init__(self, mailbox: Mailbox, tls: ssl.SSLContext) -> None:
        self.moods: dict[str, str] = {}
        self.lines: list[asyncio.Transport] = []
        super().__init__(mailbox, hostname="127.0.0.1", port=0)
        self._given = {
            "tls_context": tls,
            "auth_required": True,
            "authenticator": lambda *given: AuthResult(success=True),
        }

    def factory(self) -> SMTP:
        made = Moody(self.handler, hostname="127.0.0.1", **self._given)
        made.moods, made.lines = self.moods, self.lines
        return made

    async def hang_up(self) -> None:
        """End every conversation, so that none outlives its loop."""
        for line in self.lines:
            line.abort()
        await asyncio.gather(*(asyncio.all_tasks() - {asyncio.current_task()}), return_exceptions=True)

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class Office(Post):
    """A worker and the server it speaks to."""

    def __init__(self, server: Server, mailbox: Mailbox, *given: Any) -> None:
        super().__init__(*given)
        self.server, self.mailbox = server, mailbox

    def try_in_mood(self, stage: str, mood: str) -> None:
        """One round while the server is in this mood; then it is well again."""
        self.server.moods[stage] = mood
        self._wait(0.3 if mood == SILENT else TIMEOUT)
        self.try_once()
        self.server.moods.clear()
        self._wait(TIMEOUT)

    def _wait(self, seconds: float) -> None:
        mail = self.worker.ways[EMAIL]
        assert isinstance(mail, Mail)
        mail.carrier = Smtp(self.settings.smtp_url, seconds)


@pytest.fixture
def office(database: Database, keys: Keys, now: datetime, tmp_path: Path) -> Iterator[Office]:
    mailbox = Mailbox()
    with believed(issued("127.0.0.1", ca=True), tmp_path) as tls:
        server = Server(mailbox, tls)
        server.start()
        try:
            settings = Settings(var=tmp_path, smtp_url=f"smtp://clerk:secret@127.0.0.1:{server.port}")
            yield Office(server, mailbox, database, keys, settings, now)
        finally:
            asyncio.run_coroutine_threadsafe(server.hang_up(), server.loop).result(20)
            server.stop()


def mails(office: Office) -> list[str]:
    return [mail["X-Yorisoi-Id"] for mail in office.mailbox.taken]


PASSING = [
    *((stage, mood) for stage in BEFORE[1:] for mood in (FOR_NOW, FOR_GOOD, DROP, SILENT)),
    *((stage, mood) for stage in LETTER for mood in (FOR_NOW, DROP, SILENT)),
    ("connect", DROP),
]


@pytest.mark.parametrize(("stage", "mood"), PASSING)
def test_a_conversation_that_fails_is_begun_anew(office: Office, stage: str, mood: str) -> None:
    id = office.post()
    office.try_in_mood(stage, mood)
    (state, why) = office.states()[id]
    assert (state, mails(office)) == ("waiting", [])
    assert why.endswith({DROP: "cut off", SILENT: "timeout"}.get(mood, mood[:9]))
    office.now += timedelta(minutes=2)
    office.try_once()
    assert office.states() == {id: ("delivered", "")}
    assert mails(office) == [id]
    assert office.mailbox.secure == [True]


@pytest.mark.parametrize("stage", LETTER)
def test_what_is_refused_for_good_waits_for_a_hand(office: Office, stage: str, keys: Keys) -> None:
    id = office.post()
    office.try_in_mood(stage, FOR_GOOD)
    assert office.states() == {id: ("set_aside", f"{stage} 554 5.7.1")}
    assert mails(office) == []
    with office.database.writing() as db:
        mending.send_again(db, keys, (TOWN, id), lambda letter: letter, office.now)
    office.try_once()
    assert (office.states(), mails(office)) == ({id: ("delivered", "")}, [id])


@pytest.mark.parametrize("reply", ["451 4.3.0 not now", "hang up", "take and hang up"])
def test_at_the_end_of_the_letter_only_a_yes_counts(office: Office, reply: str) -> None:
    id = office.post()
    office.mailbox.data = [reply]
    office.try_once()
    assert office.states()[id][0] == "waiting"
    office.now += timedelta(minutes=2)
    office.try_once()
    assert office.states() == {id: ("delivered", "")}
    assert mails(office) == [id] * (2 if reply.startswith("take") else 1), "known as one by its id"


@pytest.mark.parametrize("mood", [FOR_NOW, FOR_GOOD, DROP, SILENT])
def test_whatever_a_server_does_to_say_goodbye_it_has_taken_the_letter(office: Office, mood: str) -> None:
    id = office.post()
    office.try_in_mood("QUIT", mood)
    assert (office.states(), mails(office)) == ({id: ("delivered", "")}, [id])


def test_no_letter_goes_in_the_clear_where_encryption_fails(office: Office) -> None:
    office.post()
    office.try_in_mood("STARTTLS", FOR_GOOD)
    assert mails(office) == []
    with office.database.reading() as db:
        assert outbox.anything_due(db, office.now) is False
