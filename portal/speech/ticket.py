"""Tickets: an address for a sentence that is nobody else's. The words travel sealed in it and are kept nowhere."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from portal.security.sealing import Sealer, Unreadable

VALID = timedelta(minutes=10)
"""A sentence is asked for while its page is read; whoever comes back later gets a new ticket for it."""
LONGEST = 6_000
"""Characters of a ticket; a sentence of the longest kind with names needs a third."""
_ABOUT = "listen"


@dataclass(frozen=True)
class Ticket:
    """A sentence as it is seen, its language, what is spoken instead of it ("" for itself), names in it with kana."""

    seen: str = field(repr=False)
    language: str
    spoken: str = field(default="", repr=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False)


def issued(ticket: Ticket, sealer: Sealer, now: datetime) -> str:
    """The ticket as a part of an address, valid for VALID with the keys of this town."""
    plain = [int((now + VALID).timestamp()), ticket.seen, ticket.language, ticket.spoken, dict(ticket.names)]
    sealed = sealer.seal(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), _ABOUT)
    return urlsafe_b64encode(sealed).rstrip(b"=").decode()


def opened(text: str, sealer: Sealer, now: datetime) -> Ticket | None:
    """The ticket; None where it is forged, another town's, changed, or past its time."""
    if not text.isascii() or not 20 < len(text) <= LONGEST:
        return None
    try:
        until, *ticket = json.loads(sealer.open(urlsafe_b64decode(text + "=" * (-len(text) % 4)), _ABOUT))
    except (Unreadable, Error, ValueError):
        return None
    return Ticket(*ticket) if now.timestamp() <= until else None
