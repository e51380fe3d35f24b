"""`serve` and `work`: the web server and the outbox worker, together or apart."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import uvicorn
from rich.console import Console
from starlette.applications import Starlette

from portal.app import built, create, reload
from portal.cli import demo, upkeep
from portal.delivery.send import work
from portal.security.keys import Keys
from portal.settings import Settings, read
from portal.storage.database import Database

PARTS = ("web", "worker")


def add(commands: Any) -> None:
    """The commands' words."""
    example = "example: yorisoi serve --port 8123"
    parser = commands.add_parser("serve", help="start the web server and the outbox worker", epilog=example)
    parser.add_argument("--port", type=int, help="port of the web server")
    parser.add_argument("--only", choices=PARTS, help="start one part alone")
    parser.set_defaults(run=_serve)
    parser = commands.add_parser("work", help="send what waits in the outbox", epilog="example: yorisoi work")
    parser.set_defaults(run=_work)


def clock() -> datetime:
    """The moment; only doors read the clock."""
    return datetime.now(UTC)


def application() -> Starlette:
    """The web application, for any ASGI server: `uvicorn --factory portal.cli.serve:application`."""
    house = built(read(), clock)
    signal.signal(signal.SIGHUP, lambda *_: reload(house))
    return create(house)


def _serve(settings: Settings, wanted: argparse.Namespace) -> int:
    settings = replace(settings, port=wanted.port or settings.port)
    if wanted.only == "web":
        return _web(settings)
    if wanted.only == "worker":
        return _work(settings, wanted)
    upkeep.prepare(settings)
    _greet(settings)
    return _both(settings)


def _web(settings: Settings) -> int:
    config = uvicorn.Config(
        "portal.cli.serve:application",
        factory=True,
        forwarded_allow_ips=settings.trusted_proxies,
        access_log=False,  # an address with an hour is a personal word
        log_level="warning",
        server_header=False,
    )
    # Several web processes share the port; the kernel deals out the visitors.
    with socket.create_server((settings.host, settings.port), reuse_port=settings.processes > 1, backlog=1024) as door:
        uvicorn.Server(config).run(sockets=[door])
    return 0


def _work(settings: Settings, _wanted: argparse.Namespace) -> int:
    async def until_told() -> None:
        stop = asyncio.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(sign, stop.set)
        keys = Keys.load(settings.var / "keys")
        sweeping = asyncio.create_task(upkeep.sweeping(settings, clock))
        await work(Database(settings.database), keys, settings, clock, stop)
        sweeping.cancel()

    asyncio.run(until_told())
    return 0


def _both(settings: Settings) -> int:
    """Each part as a process of its own; one that dies is started again until we are told to stop."""
    stopping = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stopping.set())
    wanted = ["web"] * settings.processes + ["worker"]
    parts = [(part, _start(part, settings)) for part in wanted]
    signal.signal(signal.SIGHUP, lambda *_: _tell_web(parts))
    while not stopping.wait(0.5):
        for n, (part, process) in enumerate(parts):
            if process.poll() is not None and not stopping.is_set():
                parts[n] = (part, _start(part, settings))
    for _, process in parts:
        process.terminate()
    return max(0 if process.wait() in (0, -signal.SIGTERM) else 1 for _, process in parts)


def _tell_web(parts: list[tuple[str, subprocess.Popen[bytes]]]) -> None:
    """Let the web processes read the catalogue anew."""
    for part, process in parts:
        if part == "web":
            process.send_signal(signal.SIGHUP)


def _start(part: str, settings: Settings) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "portal", "serve", "--only", part, "--port", str(settings.port)]
    return subprocess.Popen(command, env=os.environ.copy(), start_new_session=True)


def _greet(settings: Settings) -> None:
    console = Console(highlight=False, soft_wrap=True)
    address = settings.address or f"http://{settings.host}:{settings.port}"
    mails = (
        "by " + settings.smtp_url.rpartition("@")[2] if settings.smtp_url else str(settings.var / "outbox" / "*.eml")
    )
    console.print(f"\n[bold]Yorisoi[/bold]  {address}/")
    for line in demo.lines(settings, address):
        console.print(line)
    console.print(f"Mails to departments: {mails}\nStop with Ctrl+C.\n")
