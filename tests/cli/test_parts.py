"""Parts: several web processes and the worker, each started again when it dies."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import psutil

from tests.serving import Server, serving
from tests.waiting import until


def part(server: Server, name: str) -> list[psutil.Process]:
    """The processes of one part."""
    found = []
    for process in server.processes:
        with suppress(psutil.Error):  # it may end while we look
            found += [process] if name in process.cmdline() else []
    return found


def ready(server: Server) -> bool:
    """Whether a web process answers."""
    with suppress(OSError), urlopen(f"http://127.0.0.1:{server.port}/healthz") as answer:
        return bool(answer.status == 200)
    return False


def test_parts_start_share_the_port_come_back_and_end(tmp_path: Path) -> None:
    with serving(Server(tmp_path, environment={"YORISOI_PROCESSES": "2"})) as server:
        until(lambda: len(part(server, "web")) == 2 and part(server, "worker"), what="all parts")
        before = part(server, "web")[0]
        before.kill()
        until(lambda: before.pid not in (pids := [p.pid for p in part(server, "web")]) and len(pids) == 2)
        until(lambda: ready(server), what="a web process to answer")
        os.kill(server.processes[0].pid, signal.SIGHUP)
        until(lambda: "the catalogue was replaced" in server.log.read_text(), what="the catalogue to be replaced")
        parts = server.processes
        for _ in range(50):  # an impatient operator presses Ctrl+C again and again
            os.kill(parts[0].pid, signal.SIGINT)
        server.stop()
        until(lambda: not any(process.is_running() for process in parts), what="every part to end")
