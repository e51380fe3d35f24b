"""`serve`: pages and letters from one process, told to read the services anew, ended politely."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_parts import ready
from tests.journeys.benefit import SERVICE, apply
from tests.journeys.visitor import Visitor
from tests.serving import Server, serving
from tests.waiting import until


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(Server(tmp_path_factory.mktemp("portal"), environment={"YORISOI_ADDRESS": ""})) as started:
        yield started


def test_a_newcomer_is_told_where_to_go(server: Server) -> None:
    told = server.log.read_text()
    assert f"http://127.0.0.1:{server.port}/ja/kasumigahama/" in told
    assert "yorisoi_990019_" in told
    assert "outbox" in told


def test_one_process_shows_the_pages_and_sends_the_letters(server: Server) -> None:
    async def applied() -> str:
        visitor = Visitor(server.port)
        await visitor.get(f"{SERVICE}/")
        number = await apply(visitor)
        await visitor.leave()
        return number

    assert len(server.processes) == 1
    number = asyncio.run(applied())
    outbox = server.var / "outbox"
    until(lambda: any(number in mail.read_text() for mail in outbox.glob("*.eml")), what="the letter")


def test_the_services_are_read_anew_when_told(server: Server) -> None:
    until(lambda: ready(server), what="the server to answer")
    os.kill(server.processes[0].pid, signal.SIGHUP)
    until(lambda: "the catalogue was replaced" in server.log.read_text(), what="the catalogue to be replaced")


def test_it_ends_politely(tmp_path: Path) -> None:
    with serving(Server(tmp_path)) as server:
        until(lambda: ready(server), what="the server to answer")
        server.stop()
        assert not server.running
