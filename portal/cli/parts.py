"""Each part a process of its own, started again when it dies: for more than one web process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from time import sleep

from portal.settings import Settings

Process = subprocess.Popen[bytes]
TICK = 0.5
"""Seconds between two looks at the parts."""


def together(settings: Settings) -> int:
    """Web processes and the worker, until told to stop; 0 when all of them ended well."""
    stopping: list[int] = []  # an Event would lock out a second sign that comes while the first is handled
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda given, _: stopping.append(given))
    wanted = ["web"] * settings.processes + ["worker"]
    parts = [(part, _start(part, settings)) for part in wanted]
    signal.signal(signal.SIGHUP, lambda *_: _tell_web(parts))
    while not stopping:
        for n, (part, process) in enumerate(parts):
            if process.poll() is not None:
                parts[n] = (part, _start(part, settings))
        sleep(TICK)
    for _, process in parts:
        process.terminate()
    return max(0 if process.wait() in (0, -signal.SIGTERM) else 1 for _, process in parts)


def _tell_web(parts: list[tuple[str, Process]]) -> None:
    """Let the web processes read the catalogue anew."""
    for part, process in parts:
        if part == "web":
            process.send_signal(signal.SIGHUP)


def _start(part: str, settings: Settings) -> Process:
    command = [sys.executable, "-m", "portal", "serve", "--only", part, "--port", str(settings.port)]
    return subprocess.Popen(command, env=os.environ.copy(), start_new_session=True)
