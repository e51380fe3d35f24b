"""The yardstick: an answer that costs no work of ours, from the server the portal runs on.

Milliseconds of a processor differ from machine to machine, and on a busy one from minute to minute. How many constant
answers an application costs hardly does: both are measured side by side.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
from starlette.types import Receive, Scope, Send

from tests.serving import HOUSE, free_port, listening
from tests.waiting import until

BODY = b"<!doctype html>".ljust(1500)
"""As long as the answers of a journey are, compressed, on the average."""
HEADERS = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(BODY)).encode())]


async def application(scope: Scope, _receive: Receive, send: Send) -> None:
    """The ASGI application: always the same."""
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send({"type": "http.response.body", "body": BODY})


@dataclass
class Bare:
    """The server with nothing behind it."""

    port: int
    process: psutil.Process


@contextmanager
def bare() -> Iterator[Bare]:
    """The server for the length of a `with`."""
    port = free_port()
    words = [sys.executable, "-m", "uvicorn", f"{__name__}:application", "--port", str(port), "--lifespan", "off"]
    words += ["--no-access-log", "--no-server-header", "--log-level", "warning"]
    with subprocess.Popen(words, cwd=HOUSE) as process:
        try:
            until(lambda: listening(port), 30, "the bare server to listen")
            yield Bare(port, psutil.Process(process.pid))
        finally:
            process.kill()
