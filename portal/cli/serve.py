"""`serve` and `work`: the web server and the outbox worker, together or apart."""

from __future__ import annotations

import argparse
import asyncio
import gc
import signal
import socket
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import uvicorn

from portal.app import Application, built, create, reload
from portal.cases.arrival.acknowledgement import handed_over
from portal.cases.course.bell import gone
from portal.cli import demo, parts, upkeep
from portal.cli.delivery.returning import returning
from portal.delivery.send import Worker
from portal.security.keys import Keys
from portal.settings import Settings, read
from portal.storage.database import Database

PARTS = ("web", "worker")
PATIENCE = 0.02
"""Seconds a thread may keep the interpreter: pages take less, and each needless change of threads costs."""
GARBAGE = 20_000
"""New objects until the collector looks through them; a page makes a few thousand and leaves no circles."""


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


def application(*, alone: bool = True) -> Application:
    """The web application, for any ASGI server: `uvicorn --factory portal.cli.serve:application`.

    With `alone` off, the outbox worker and the sweeping run beside it in this process.
    """
    settings = read()
    house = built(settings, clock)
    signal.signal(signal.SIGHUP, lambda *_: reload(house))
    # What is here now stays: the collector need not look through it again and again, a tenth of every page.
    sys.setswitchinterval(PATIENCE)
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE)
    if alone:
        return create(house)
    sending = Worker(house.database, house.keys, settings, clock, told=handed_over, gone=gone)
    return create(house, sending.run, partial(upkeep.sweeping, settings, clock), partial(returning, settings))


def _serve(settings: Settings, wanted: argparse.Namespace) -> int:
    settings = replace(settings, port=wanted.port or settings.port)
    if wanted.only == "web":
        return _web(settings, alone=True)
    if wanted.only == "worker":
        return _work(settings, wanted)
    upkeep.prepared(settings)
    _greet(settings)
    return parts.together(settings) if settings.processes > 1 else _web(settings, alone=False)


def _web(settings: Settings, *, alone: bool) -> int:
    config = uvicorn.Config(
        partial(application, alone=alone),
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
        sending = Worker(Database(settings.database), keys, settings, clock, told=handed_over, gone=gone)
        await asyncio.gather(sending.run(stop), upkeep.sweeping(settings, clock, stop), returning(settings, stop))

    asyncio.run(until_told())
    return 0


def _greet(settings: Settings) -> None:
    address = settings.address or f"http://{settings.host}:{settings.port}"
    mails = (
        "by " + settings.smtp_url.rpartition("@")[2] if settings.smtp_url else str(settings.var / "outbox" / "*.eml")
    )
    print(f"\nYorisoi  {address}/", *demo.lines(settings, address), sep="\n")
    print(f"Mails to departments: {mails}\nStop with Ctrl+C.\n", flush=True)
