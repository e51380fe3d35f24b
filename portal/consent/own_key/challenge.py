"""What is signed with somebody's own key: all records of one act, by the hashes under which they stand in the log."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from portal.consent.canonical import canonical
from portal.consent.checkpoint import origin
from portal.consent.tree import leaf


def challenge(records: Sequence[Mapping[str, Any]]) -> bytes:
    """SHA-256 of {"log", "leaves"} as RFC 8785 writes it; the leaves' hashes in hex, in the order of the records.

    It is the same whenever it is asked for, so nothing has to be kept while somebody signs, and a signature over one
    application is none over another. Raises IndexError where there are no records.
    """
    log = origin(records[0]["municipality"])
    return hashlib.sha256(canonical({"log": log, "leaves": [leaf(canonical(one)).hex() for one in records]})).digest()


def written(challenge: bytes) -> str:
    """As a browser writes it into what it has signed: base64 for addresses, without its padding."""
    return urlsafe_b64encode(challenge).rstrip(b"=").decode()
