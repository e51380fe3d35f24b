"""Kept pages: a page without a personal word is rendered and compressed once, then sent as it is."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable, Hashable

import brotli

ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=9, lgwin=16),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
    "": lambda body: body,
}


class KeptPages:
    """The most recently wanted pages, at most `limit` bytes of them in all."""

    def __init__(self, limit: int = 12_000_000) -> None:
        self._limit = limit
        self._size = 0
        self._pages: OrderedDict[tuple[Hashable, str], bytes] = OrderedDict()

    def get(self, key: Hashable, accepted: str, render: Callable[[], str]) -> tuple[bytes, str]:
        """A page's bytes and their content encoding, rendered only when not kept."""
        encoding = next((name for name in ENCODERS if name and name in accepted), "")
        body = self._pages.get((key, encoding))
        if body is None:
            body = ENCODERS[encoding](render().encode())
            self._put((key, encoding), body)
        else:
            self._pages.move_to_end((key, encoding))
        return body, encoding

    def _put(self, key: tuple[Hashable, str], body: bytes) -> None:
        self._pages[key] = body
        self._size += len(body)
        while self._size > self._limit:
            _, dropped = self._pages.popitem(last=False)
            self._size -= len(dropped)
