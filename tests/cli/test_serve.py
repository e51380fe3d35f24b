"""`serve`: both parts together, told to read the services anew, ended politely."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

from tests.serving import Server, serving
from tests.waiting import until


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(Server(tmp_path_factory.mktemp("portal"))) as started:
        yield started


def part(server: Server, name: str) -> list[psutil.Process]:
    """The processes of one part."""
    found = []
    for process in server.processes:
        with suppress(psutil.Error):  # it may end while we look
            found += [process] if name in process.cmdline() else []
    return found


def ready(server: Server) -> bool:
    """Whether the web process answers."""
    with suppress(OSError), urlopen(f"http://127.0.0.1:{server.port}/healthz") as answer:
        return bool(answer.status == 200)
    return False


def test_a_newcomer_is_told_where_to_go(server: Server) -> None:
    told = server.log.read_text()
    assert f"http://127.0.0.1:{server.port}/ja/kasumigahama/" in told
    assert "yorisoi_990019_" in told
    assert "outbox" in told


def test_a_part_that_dies_is_started_again(server: Server) -> None:
    before = part(server, "web")[0]
    before.kill()
    until(lambda: [p for p in part(server, "web") if p.pid != before.pid], what="another web process")
    until(lambda: ready(server), what="the new web process to answer")


def test_the_services_are_read_anew_when_told(server: Server) -> None:
    until(lambda: ready(server), what="the web process to answer")
    os.kill(server.processes[0].pid, signal.SIGHUP)
    until(lambda: "the catalogue was replaced" in server.log.read_text(), what="the catalogue to be replaced")


def test_it_ends_with_all_its_parts(tmp_path: Path) -> None:
    with serving(Server(tmp_path)) as server:
        parts = server.processes
        server.stop()
        until(lambda: not any(process.is_running() for process in parts), what="every part to end")
