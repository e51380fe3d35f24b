"""A note to a browser by its push service: sealed, posted, and judged by what was answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from portal.delivery.envelope import Envelope
from portal.delivery.push import own_key
from portal.delivery.push.sealing import coded, decoded, point, sealed
from portal.delivery.way import Gone, Passing
from portal.delivery.webhook.post import patience
from portal.security.keys import Keys
from portal.settings import Settings

if TYPE_CHECKING:
    from portal.delivery.webhook.client import Client

OVER = frozenset({400, 404, 405, 410, 413})
"""Nobody is there any more (404 and 410, RFC 8030, 7.3), or nobody who can be told."""
WORTH = timedelta(days=3)
"""Older news is none: the page tells it all the same."""
TOPIC = "news"
"""Of several that wait for a telephone that is off, the last one says it all (RFC 8030, 5.4)."""


class Push:
    """Posts notes. `key` of an envelope is p256dh, auth and our own key as the browser knows it, with dots between."""

    def __init__(
        self,
        settings: Settings,
        keys: Keys,
        clock: Callable[[], datetime],
        client: Callable[[], Client] | None = None,
    ) -> None:
        self._keys, self._clock = keys, clock
        # Some services ask for somebody to talk to; a portal that is tried out at home has nobody to name.
        self._contact = f"mailto:{settings.operator}" if settings.operator else settings.address
        self._open = client or _opened
        self._client: Client | None = None

    async def send(self, envelope: Envelope, posted: datetime) -> None:
        """Post one note; returns once the service has it. Raises Passing or Gone."""
        now = self._clock()
        if now - posted > WORTH:
            raise Gone("too old")
        browser, secret, known = envelope.key.split(".")
        own = next((key for key in own_key.generations(self._keys) if coded(point(key)) == known), None)
        if own is None:
            raise Gone("another key")
        headers = {
            "authorization": own_key.authorization(own, envelope.to, self._contact, now),
            "content-encoding": "aes128gcm",
            "content-type": "application/octet-stream",
            "ttl": str(int((posted + WORTH - now).total_seconds())),
            "topic": TOPIC,
        }
        body = sealed(envelope.text.encode(), decoded(browser), decoded(secret))
        self._client = self._client or self._open()
        answer = await self._client.post(envelope.to, headers, body)
        if answer.status in OVER:
            raise Gone(f"POST {answer.status}")
        if not 200 <= answer.status < 300:
            raise Passing(f"POST {answer.status}", patience(answer.retry_after, now))

    async def rest(self) -> None:
        """Hang up."""
        client, self._client = self._client, None
        if client:
            await client.rest()


def _opened() -> Client:
    """Residents' browsers name these addresses, so none may lead inside, not even to hosts the operator has named."""
    from portal.delivery.webhook.client import Client, Limits

    return Client(frozenset(), Limits())
