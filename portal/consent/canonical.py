"""Canonical JSON (RFC 8785): one way to write a value down, so that equal values have equal hashes.

Texts stay exactly as they were written: が as one sign or as two are two texts, and nobody's name is made another.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import rfc8785

Json = Any
"""Plain JSON: None, bool, int below 2^53, str, lists and dicts of these."""


def canonical(value: Json) -> bytes:
    """The value as RFC 8785 writes it. Raises rfc8785.CanonicalizationError for what JSON cannot carry."""
    return rfc8785.dumps(value)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def plain(value: Json) -> bytes:
    """The same bytes, eight times quicker, for values built here: keys in ASCII, no fractions, small whole numbers."""
    return _encode(value).encode()


def digest(value: Json) -> str:
    """SHA-256 of canonical JSON in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(salt: str, written: bytes) -> str:
    """SHA-256 over the salt (hex, 32 bytes) and a value written down; hides the value while the salt is secret."""
    return hashlib.sha256(bytes.fromhex(salt) + written).hexdigest()
