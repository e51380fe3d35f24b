"""The receiver of the README, as a system of the town would run it: a process of its own behind a proxy."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.delivery.webhook.given import SECRET, Asked, Behaviour, System, says
from tests.serving import free_port, listening
from tests.waiting import until
from tests.written import example


@contextmanager
def receiver() -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The README's receiver: its port, and the process."""
    port = free_port()
    given = {**os.environ, "SECRET": SECRET, "PORT": str(port)}
    command = [sys.executable, "-c", example("python", "standardwebhooks")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=given, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        until(lambda: process.poll() is not None or listening(port))
        try:
            yield port, process
        finally:
            process.kill()


def by_proxy(port: int, answer: str = "", change: Callable[[str], str] = str) -> Behaviour:
    """What stands before the receiver: passes on what came, and what it answers unless that is lost on the way."""

    def passed_on(asked: Asked) -> int:
        body = change(asked.body).encode()
        try:
            with urlopen(Request(f"http://127.0.0.1:{port}", body, asked.headers)) as answered:
                return int(answered.status)
        except HTTPError as refused:
            return refused.code

    async def behave(system: System, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        status = await asyncio.to_thread(passed_on, system.asked[-1])
        await says(answer or f"{status} Answer")(system, reader, writer)

    return behave
