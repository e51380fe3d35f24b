"""Names nobody can guess: ids that sort by time, bearer tokens, resident's draft keys."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import time


def new_id() -> str:
    """A UUID version 7 (RFC 9562) as 32 hex digits: 48 bits of milliseconds, then randomness."""
    stamp = time.time_ns() // 1_000_000
    value = (stamp << 80) | int.from_bytes(os.urandom(10), "big")
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return f"{value:032x}"


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
