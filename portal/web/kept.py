"""Kept pages: a page without a personal word is rendered and compressed once, then sent as it is."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable, Container, Hashable
from functools import lru_cache
from threading import Lock

import brotli

ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=9, lgwin=16),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
    "": lambda body: body,
}


def encoding_for(accepted: str, offered: Container[str]) -> str:
    """The best encoding offered that an Accept-Encoding header takes; "" for the bytes as they are."""
    return next((name for name in _taken(accepted) if name in offered), "")


@lru_cache(32)
def _taken(accepted: str) -> tuple[str, ...]:
    """Our encodings that a header takes, the best first; browsers of one make send the same one."""
    items = (item.replace(" ", "").lower().partition(";q=") for item in accepted.split(","))
    taken = {name for name, _, weight in items if not weight or weight.strip("0.")}
    return tuple(name for name in ENCODERS if name in taken)


class KeptPages:
    """The most recently wanted pages, at most `limit` bytes of them in all."""

    def __init__(self, limit: int = 12_000_000) -> None:
        self._limit = limit
        self._size = 0
        self._lock = Lock()
        self._pages: OrderedDict[tuple[Hashable, str], bytes] = OrderedDict()

    def get(self, key: Hashable, accepted: str, render: Callable[[], str]) -> tuple[bytes, str]:
        """A page's bytes and their content encoding, rendered only when not kept."""
        encoding = encoding_for(accepted, ENCODERS)
        body = self._kept((key, encoding))
        if body is None:
            body = ENCODERS[encoding](render().encode())
            self._put((key, encoding), body)
        return body, encoding

    def _kept(self, key: tuple[Hashable, str]) -> bytes | None:
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def _put(self, key: tuple[Hashable, str], body: bytes) -> None:
        with self._lock:
            self._size += len(body) - len(self._pages.pop(key, b""))  # two threads may have made the same page
            self._pages[key] = body
            while self._size > self._limit:
                _, dropped = self._pages.popitem(last=False)
                self._size -= len(dropped)
