"""The worker's loop: runs until told, takes turns, waits for a database that is away."""

from __future__ import annotations

import asyncio
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from portal.delivery import outbox
from portal.delivery.envelope import EMAIL, WEBHOOK, Envelope
from portal.delivery.send import SYSTEMS
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from tests.delivery.given import Mailbox, Post, mail_server
from tests.waiting import until


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def office(database: Database, keys: Keys, now: datetime, tmp_path: Path, mailbox: Mailbox) -> Iterator[Post]:
    with mail_server(mailbox) as port:
        settings = Settings(var=tmp_path, smtp_url=f"smtp://127.0.0.1:{port}", mail_limit=100)
        yield Post(database, keys, settings, now)


@contextmanager
def patience(seconds: float = 20) -> Iterator[asyncio.Event]:
    """A stop that comes by itself should all else fail."""
    stop = asyncio.Event()
    timer = asyncio.get_running_loop().call_later(seconds, stop.set)
    yield stop
    timer.cancel()


def test_the_loop_sends_what_comes_while_it_runs_and_stops_when_told(office: Post, mailbox: Mailbox) -> None:
    async def a_while() -> None:
        with patience() as stop:
            mailbox.on_mail = lambda: len(mailbox.taken) == 12 and loop.call_soon_threadsafe(stop.set)
            loop = asyncio.get_running_loop()
            running = asyncio.create_task(office.worker.run(stop))
            for n in range(12):
                await asyncio.to_thread(office.post, about=f"case-{n % 9}")
            await running

    asyncio.run(a_while())
    assert len({mail["Message-ID"] for mail in mailbox.taken}) == 12
    assert {state for state, _ in office.states().values()} == {"delivered"}
    assert mailbox.connections <= 12


def test_the_server_is_left_alone_while_nothing_is_to_be_sent(office: Post, mailbox: Mailbox) -> None:
    office.post()
    told_before: list[bool] = []

    async def a_while() -> None:
        with patience() as stop:
            loop = asyncio.get_running_loop()

            def leave() -> None:
                told_before.append(stop.is_set())
                loop.call_soon_threadsafe(stop.set)

            mailbox.on_leave = leave
            await office.worker.run(stop)

    asyncio.run(a_while())
    assert told_before == [False]


def test_a_slow_letter_holds_up_only_its_own_place(office: Post) -> None:
    class Slow:
        """A way on which the first letter stays until the others are through."""

        def __init__(self) -> None:
            self.sent: list[str] = []
            self.enough = asyncio.Event()
            self.most = self.now = 0

        async def send(self, envelope: Envelope, posted: datetime) -> None:
            self.now += 1
            self.most = max(self.most, self.now)
            if envelope.id == first:
                await self.enough.wait()
            self.sent.append(envelope.id)
            self.now -= 1
            if len(self.sent) == 9:
                self.enough.set()

        async def rest(self) -> None:
            """Nothing is held open."""

    first = office.post(about="first")
    for n in range(9):
        office.post(about=f"case-{n}")

    async def a_while() -> Slow:
        way = Slow()
        object.__setattr__(office.worker, "ways", {EMAIL: way})
        with patience() as stop:
            running = asyncio.create_task(office.worker.run(stop))
            await way.enough.wait()
            stop.set()
            await running
        return way

    way = asyncio.run(a_while())
    assert way.sent[-1] == first
    assert 1 < way.most <= office.settings.mail_connections
    assert {state for state, _ in office.states().values()} == {"delivered"}


def test_a_slow_system_of_one_department_holds_up_no_other(office: Post) -> None:
    class Slow:
        """A way on which the systems of the care department answer only when everybody else is through."""

        def __init__(self) -> None:
            self.sent: list[str] = []
            self.through = asyncio.Event()
            self.most = self.now = 0

        async def send(self, envelope: Envelope, posted: datetime) -> None:
            if envelope.department == "care":
                self.now += 1
                self.most = max(self.most, self.now)
                await self.through.wait()
                self.now -= 1
            self.sent.append(envelope.department)
            if self.sent.count("welfare") == 6:
                self.through.set()

        async def rest(self) -> None:
            """Nothing is held open."""

    for n in range(18):
        department = "welfare" if n > 11 else "care"
        office.post(about=f"case-{n}", channel=WEBHOOK, department=department)
    way = Slow()

    async def a_while() -> None:
        object.__setattr__(office.worker, "ways", {WEBHOOK: way})
        with patience() as stop:
            running = asyncio.create_task(office.worker.run(stop))
            await way.through.wait()
            stop.set()
            await running

    asyncio.run(a_while())
    assert way.sent[:6] == ["welfare"] * 6
    assert way.most == SYSTEMS.each


def test_a_database_that_is_away_is_waited_for(office: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    office.post()
    with monkeypatch.context() as away:
        away.setattr(
            outbox, "anything_due", lambda *args: (_ for _ in ()).throw(OperationalError("", {}, ConnectionError()))
        )
        assert office.try_once() == 0
    assert office.try_once() == 1


def test_a_writer_of_another_process_is_waited_for_off_the_loop(office: Post, mailbox: Mailbox) -> None:
    """The loop serves pages too: it goes on while SQLite's one writer is somebody else."""
    office.post()
    held, theirs = Database(office.database.url), ExitStack()
    theirs.enter_context(held.writing())

    async def a_while() -> None:
        with patience() as stop:
            mailbox.on_mail = lambda: loop.call_soon_threadsafe(stop.set)
            loop = asyncio.get_running_loop()
            running = asyncio.create_task(office.worker.run(stop))
            await asyncio.to_thread(until, lambda: any("_lease" in frame for frame in waiting()), what="the wait")
            theirs.close()
            await running

    asyncio.run(a_while())
    assert len(mailbox.taken) == 1
    assert {state for state, _ in office.states().values()} == {"delivered"}


def waiting() -> list[str]:
    """The functions in which threads other than the main one stand."""
    main = threading.main_thread().ident
    frames = [frame for thread, frame in sys._current_frames().items() if thread != main]
    return [one.name for frame in frames for one in traceback.extract_stack(frame)]
