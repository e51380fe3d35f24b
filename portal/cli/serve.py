"""`serve` and `work`: the web server and the outbox worker, together or apart."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import uvicorn
from rich.console import Console
from starlette.applications import Starlette

from portal.app import built, create
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
    return create(built(read(), clock))


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
    uvicorn.run(
        "portal.cli.serve:application",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.processes if settings.processes > 1 else None,
        forwarded_allow_ips=settings.trusted_proxies,
        access_log=False,  # an address with an hour is a personal word
        log_level="warning",
        server_header=False,
    )
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
    """Both parts as processes of their own; one that dies is started again until we are told to stop."""
    stopping = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stopping.set())
    parts = {part: _start(part, settings) for part in PARTS}
    while not stopping.wait(0.5):
        for part, process in parts.items():
            if process.poll() is not None and not stopping.is_set():
                parts[part] = _start(part, settings)
    for process in parts.values():
        process.terminate()
    return max(
        abs(process.wait()) if process.returncode not in (0, -signal.SIGTERM) else 0 for process in parts.values()
    )


def _start(part: str, settings: Settings) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "portal", "serve", "--only", part, "--port", str(settings.port)]
    return subprocess.Popen(command, env=os.environ.copy(), start_new_session=True)


def _greet(settings: Settings) -> None:
    console = Console(highlight=False)
    address = settings.address or f"http://{settings.host}:{settings.port}"
    mails = (
        "by " + settings.smtp_url.rpartition("@")[2] if settings.smtp_url else str(settings.var / "outbox" / "*.eml")
    )
    console.print(f"\n[bold]Yorisoi[/bold]  {address}/")
    for line in demo.lines(settings, address):
        console.print(line)
    console.print(f"Mails to departments: {mails}\nStop with Ctrl+C.\n")
