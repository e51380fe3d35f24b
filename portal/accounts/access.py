"""Access: what a system is given for its secret, good for some minutes (RFC 6749, 4.4).

It is a box sealed with the town's key, so nothing of it is kept; whoever opens it looks up secret and system anew, so
that a revoked system is out at once.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.accounts.secret import MARK, Secret, town_of
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.columns import EPOCH, MILLISECOND, milliseconds

LASTS = timedelta(minutes=15)
SEAL, SIGN = "access", "access."
"""What the box is sealed for, and what tells it from a secret, which has no full stop."""


@dataclass(frozen=True)
class Access:
    """By which secret it was bought, for which scopes, until when."""

    municipality: str
    secret: str
    scopes: frozenset[str]
    until: datetime


def grant(keys: Keys, secret: Secret, scopes: Collection[str], now: datetime) -> str:
    """Access for LASTS from now."""
    told = {"secret": secret.id, "scopes": sorted(scopes), "until": milliseconds(now + LASTS)}
    box = keys.town(secret.municipality).seal(json.dumps(told).encode(), SEAL)
    return f"{MARK}_{secret.municipality}_{SIGN}{urlsafe_b64encode(box).decode().rstrip('=')}"


def opened(keys: Keys, token: str, now: datetime) -> Access | None:
    """What a token gives access to; None for what is none, or no longer."""
    town = town_of(token)
    start = f"{MARK}_{town}_{SIGN}"
    if not town or not token.startswith(start):
        return None
    text = token.removeprefix(start)
    try:
        told = json.loads(keys.town(town).open(urlsafe_b64decode(text + "=" * (-len(text) % 4)), SEAL))
    except (Unreadable, ValueError):
        return None
    until = EPOCH + told["until"] * MILLISECOND
    return Access(town, told["secret"], frozenset(told["scopes"]), until) if now < until else None
