"""The real server as its own processes: started, found by its port, measured, stopped or killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile

import psutil

from portal import municipalities, registries
from portal.speech.reading import dictionaries
from tests.waiting import until

HOUSE = Path(__file__).parents[1]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def listening(port: int) -> bool:
    """Whether somebody answers the door."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def borrow_registries(var: Path) -> None:
    """Post codes, banks and the voice's dictionaries, built once for all servers of the tests."""
    built = HOUSE / "var" / "registries.sqlite"
    if not (var / built.name).exists():
        built.parent.mkdir(exist_ok=True)
        registries.build(built)
        registries.open(built)
        for path in (built, *dictionaries(built.parent, municipalities.load().values())):
            lend(path, var / path.relative_to(built.parent))


def lend(path: Path, there: Path) -> None:
    """The same file under another name, as nobody changes it in place; on another disk a copy. Hundreds of them would
    fill gigabytes."""
    there.parent.mkdir(parents=True, exist_ok=True)
    try:
        there.hardlink_to(path)
    except OSError:
        copyfile(path, there)


@dataclass
class Server:
    """`yorisoi serve` with a folder of its own; restarted with the same words, it finds its data again."""

    var: Path
    database_url: str = ""
    port: int = field(default_factory=free_port)
    command: tuple[str, ...] = ("serve",)
    environment: dict[str, str] = field(default_factory=dict)
    module: str = "portal"
    _process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers: by a name, as browsers make keys for no bare number."""
        return f"http://localhost:{self.port}"

    def start(self) -> Server:
        """Start, and come back when it answers."""
        borrow_registries(self.var)
        self.launch()
        until(lambda: self.running or self._failed(), what="the server to start")
        until(lambda: listening(self.port) or self._failed(), what="the server to listen")
        return self

    def launch(self) -> None:
        """Start without waiting."""
        given = {name: value for name, value in os.environ.items() if not name.startswith("YORISOI_")}
        given |= {"YORISOI_VAR": str(self.var), "YORISOI_DATABASE_URL": self.database_url}
        given |= {"YORISOI_ADDRESS": self.address, **self.environment}
        words = [sys.executable, "-m", self.module, *self.command]
        if self.command[0] == "serve":
            words += ["--port", str(self.port)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(words, cwd=HOUSE, env=given, stdout=log, stderr=log)

    @property
    def log(self) -> Path:
        """Where it writes what it says."""
        return self.var / f"{self.command[-1]}.log"

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def processes(self) -> list[psutil.Process]:
        """The process and all it started."""
        if self._process is None:
            return []
        first = psutil.Process(self._process.pid)
        return [first, *first.children(recursive=True)]

    def wait(self) -> None:
        """Come back when it has ended by itself."""
        until(lambda: not self.running, what="the command to end")

    def stop(self) -> None:
        """Ask it to end, and wait for it."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(120)

    def kill(self) -> None:
        """End everything at once, as a power cut would."""
        for process in self.processes if self.running else []:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        if self._process is not None:
            self._process.wait()

    def _failed(self) -> bool:
        if not self.running:
            raise RuntimeError(self.log.read_text()[-2000:])
        return False


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """A server for the length of a `with`."""
    try:
        yield server.start()
    finally:
        server.kill()


def cpu_ms(processes: list[psutil.Process]) -> Counter[str]:
    """Milliseconds of user and system time, by part of the house, from /proc; buried children count too."""
    spent: Counter[str] = Counter()
    for process in processes:
        spent[_part(process)] += round(sum(process.cpu_times()[:4]) * 1000)
    return spent


def _part(process: psutil.Process) -> str:
    if process.name() == "postgres":
        return "database"
    words = process.cmdline()
    return words[words.index("--only") + 1] if "--only" in words else "portal"


def resident_mib(processes: list[psutil.Process]) -> tuple[float, float]:
    """Memory in use, in MiB: RSS counts a shared page in each process that maps it, PSS once in all."""
    told = [process.memory_full_info() for process in processes]
    return sum(one.rss for one in told) / 2**20, sum(one.pss for one in told) / 2**20
