"""One POST to one system: to a checked address, within limits of time and size, never sent on elsewhere."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from httpcore2 import AnyIOBackend, AsyncConnectionPool, AsyncNetworkBackend, AsyncNetworkStream, ConnectError, Response

from portal.delivery.way import Passing, cause
from portal.delivery.webhook.target import Lookup, addresses, looked_up

CONNECTIONS = 8
"""Connections held open at most; one that rests for IDLE seconds is closed."""
IDLE = 5.0


@dataclass(frozen=True)
class Limits:
    """Seconds for a connection, for a silence and for the whole of it, and the bytes of an answer that are read."""

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 30.0
    answer: int = 65_536


class Answer(NamedTuple):
    """What the other side said: its status and, where it asked for patience, until when."""

    status: int
    retry_after: str


class Client:
    """Posts to systems; a connection that did well is used again for a while."""

    def __init__(self, inside: Collection[str], limits: Limits, lookup: Lookup = looked_up) -> None:
        self._limits = limits
        self._pool = AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=CONNECTIONS,
            keepalive_expiry=IDLE,
            network_backend=_Checked(inside, lookup),
        )

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """What the system answered, once all of the answer was there. Raises Passing for anything less."""
        limits = self._limits
        times = {"connect": limits.connect, "read": limits.silence, "write": limits.silence, "pool": limits.whole}
        try:
            async with (
                asyncio.timeout(limits.whole),
                self._pool.stream(
                    "POST", url, headers=list(headers.items()), content=body, extensions={"timeout": times}
                ) as response,
            ):
                await _read(response, limits.answer)
                return Answer(response.status, _header(response, b"retry-after"))
        except Passing:
            raise
        except Exception as error:
            raise Passing(f"POST {cause(error)}") from None

    async def rest(self) -> None:
        """Hang up everywhere."""
        await self._pool.aclose()


class _Checked(AsyncNetworkBackend):
    """Connects to an address that was checked; the name goes on to say who is meant and whose certificate is right."""

    def __init__(self, inside: Collection[str], lookup: Lookup) -> None:
        self._inside, self._lookup, self._net = inside, lookup, AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[object] | None = None,
    ) -> AsyncNetworkStream:
        found = await addresses(host, port, self._inside, self._lookup)
        for last, address in enumerate(found, 1 - len(found)):
            try:
                return await self._net.connect_tcp(address, port, timeout)
            except ConnectError:
                if last == 0:
                    raise
        raise OSError("no address")


async def _read(response: Response, most: int) -> None:
    """Read the answer to its end, which alone says that it is whole; what it says is nobody's business."""
    read = 0
    async for chunk in response.aiter_stream():
        read += len(chunk)
        if read > most:
            raise Passing(f"POST {response.status} answer too long")


def _header(response: Response, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in response.headers if key.lower() == name), "")
