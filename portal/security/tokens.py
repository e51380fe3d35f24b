"""Names nobody can guess: ids that sort by time, bearer tokens, resident's draft keys."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import threading
import time

_turn = threading.Lock()
_last = 0


def new_id() -> str:
    """A UUID version 7 (RFC 9562) as 32 hex digits: 60 bits of time, then 62 of randomness.

    Each one made here sorts after the one before: the 12 bits below the millisecond tell 244 ns apart (6.2, method 3),
    and where the clock has not moved on, or was set back, they count.
    """
    global _last
    with _turn:
        _last = tick = max(_last + 1, time.time_ns() * 4096 // 1_000_000)
    chance = int.from_bytes(os.urandom(8), "big") >> 2
    return f"{tick >> 12 << 80 | 0x7 << 76 | (tick & 0xFFF) << 64 | 0x2 << 62 | chance:032x}"


def new_token() -> str:
    """A bearer token or draft key: 256 random bits, safe in headers and cookies."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is kept of a token: its SHA-256 in hex; 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def fingerprint(secret: bytes, text: str) -> str:
    """HMAC-SHA256 in hex: a name for `text` that only the holder of `secret` can compute."""
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()


def same(left: str, right: str) -> bool:
    """Whether two secrets are equal, in time that does not depend on where they differ."""
    return hmac.compare_digest(left.encode(), right.encode())
