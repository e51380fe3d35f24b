"""A visitor like a browser: cookies, keep-alive, compressed answers; one connection, as light as can be."""

from __future__ import annotations

import asyncio
import gzip
import sys
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode

import brotli

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor
else:
    from zstandard import ZstdDecompressor

ENCODINGS = "gzip, deflate, br, zstd"  # Chrome's
DECODERS: Mapping[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "br": brotli.decompress,
    "deflate": zlib.decompress,
    "gzip": gzip.decompress,
    "zstd": lambda body: unpacked(body),
}


def unpacked(body: bytes) -> bytes:
    """Zstandard, by Python's own library where there is one."""
    machine = ZstdDecompressor()
    return (machine if sys.version_info >= (3, 14) else machine.decompressobj()).decompress(body)


@dataclass(frozen=True)
class Reply:
    """What came back; `wire` is the body as it came over the line, `size` counts its head too."""

    status: int
    headers: Mapping[str, str]
    wire: bytes
    size: int

    @property
    def text(self) -> str:
        """The page as people see it."""
        return DECODERS[self.headers.get("content-encoding", "")](self.wire).decode()


@dataclass
class Visitor:
    """One person's browser, visiting one server."""

    port: int
    script: bool = True
    cookies: dict[str, str] = field(default_factory=dict)
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, *, swap: bool = False) -> Reply:
        """Open a page; `swap` as our script follows a link."""
        return await self._ask("GET", path, b"", swap)

    async def post(self, path: str, form: Mapping[str, str]) -> Reply:
        """Send a form, and follow where it leads: with our script one request, without it two."""
        reply = await self._ask("POST", path, urlencode(form).encode(), self.script)
        return await self.get(reply.headers["location"], swap=self.script) if reply.status == 303 else reply

    async def leave(self) -> None:
        """Close the line."""
        if self._line:
            (_, writer), self._line = self._line, None
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _ask(self, method: str, path: str, body: bytes, swap: bool) -> Reply:
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Accept-Encoding: {ENCODINGS}"]
        lines += ["Accept: text/html", "Accept-Language: ja", "Sec-Fetch-Site: same-origin"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if swap:
            lines.append("X-Swap: 1")
        if method == "POST":
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        try:
            return await self._exchange("\r\n".join([*lines, "", ""]).encode() + body)
        except (OSError, EOFError):
            await self.leave()
            raise

    async def _exchange(self, request: bytes) -> Reply:
        if self._line is None:
            self._line = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._line
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {}
        for name, _, value in (line.partition(": ") for line in lines if line):
            headers[name.lower()] = value
            if name.lower() == "set-cookie":
                self._keep(value)
        body = await _body(reader, headers)
        if headers.get("connection") == "close":
            await self.leave()
        return Reply(int(first.split()[1]), headers, body, len(head) + len(body))

    def _keep(self, cookie: str) -> None:
        pair, *attributes = cookie.split("; ")
        name, _, value = pair.partition("=")
        if "max-age=0" in (attribute.lower() for attribute in attributes):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value.strip('"')


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    body = b""
    while size := int(await reader.readuntil(b"\r\n"), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readexactly(2)
    return body
