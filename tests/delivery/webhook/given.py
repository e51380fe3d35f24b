"""A system of a town that takes webhooks, and can be told how to behave."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from portal.delivery.webhook.client import Client, Limits
from tests.delivery.certificates import Issued, believed, issued

HOST = "system.town.example"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
QUICK = Limits(silence=0.2)


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    line: str
    headers: dict[str, str]
    content: bytes

    @property
    def body(self) -> str:
        """What it said."""
        return self.content.decode()


Behaviour = Callable[["System", asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class System:
    """What was asked, and how it is to behave, request by request; then it says 204."""

    behaviours: list[Behaviour] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    open: set[asyncio.Task[None]] = field(default_factory=set)
    port: int = 0

    @property
    def url(self) -> str:
        """Where it is."""
        return f"https://{HOST}:{self.port}/cases?to=welfare"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connections += 1
        if task := asyncio.current_task():
            self.open.add(task)
        try:
            while asked := await _request(reader):
                self.asked.append(asked)
                await (self.behaviours.pop(0) if self.behaviours else says("204 No Content"))(self, reader, writer)
        except (ConnectionError, ssl.SSLError):
            pass
        finally:
            writer.close()


async def _request(reader: asyncio.StreamReader) -> Asked | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        line, *rest = head.strip().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in rest)}
        return Asked(line, headers, await reader.readexactly(int(headers.get("content-length", 0))))
    except asyncio.IncompleteReadError:  # whoever asked is gone, perhaps in the middle of it
        return None


def says(status: str, *headers: str, body: str = "") -> Behaviour:
    """Answers."""

    async def answer(system: System, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told = ["HTTP/1.1 " + status, *headers, *([] if status.startswith("204") else [f"Content-Length: {len(body)}"])]
        writer.write(("\r\n".join([*told, "", ""]) + body).encode())
        await writer.drain()

    return answer


def raw(*pieces: bytes) -> Behaviour:
    """Says these bytes and hangs up."""

    async def answer(system: System, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"".join(pieces))
        await writer.drain()
        writer.close()

    return answer


async def silent(system: System, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Says nothing until the other side has given up, then that all went well."""
    await reader.read()
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


async def endless(system: System, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Never stops answering."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"400\r\n" + b"a" * 1024 + b"\r\n")
        await writer.drain()


async def here(host: str, port: int) -> list[str]:
    """Every name is this machine."""
    return ["127.0.0.1"]


@asynccontextmanager
async def listening(
    folder: Path, *behaviours: Behaviour, certificate: Issued | None = None, by_us: bool = True
) -> AsyncIterator[System]:
    """The system, answering on this machine."""
    system = System(list(behaviours))
    with believed(certificate or issued(HOST, ca=True), folder, by_us=by_us) as context:
        server = await asyncio.start_server(system.serve, "127.0.0.1", 0, ssl=context)
        system.port = server.sockets[0].getsockname()[1]
        try:
            yield system
        finally:
            server.close()
            await asyncio.gather(*system.open)


def client(limits: Limits = QUICK, inside: frozenset[str] = frozenset({HOST})) -> Client:
    """A client to whom the operator has named the system as one of the town's own."""
    return Client(inside, limits, here)
