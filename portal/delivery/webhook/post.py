"""A letter to another system: signed, posted, and judged by what was answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from portal.delivery.envelope import Envelope
from portal.delivery.way import Passing, Permanent
from portal.delivery.webhook.signing import NoSecret, headers, secrets
from portal.settings import Settings

if TYPE_CHECKING:
    from portal.delivery.webhook.client import Client

REFUSED = frozenset({400, 405, 406, 409, 410, 411, 413, 414, 415, 422, 431, 451})
"""Answers about this letter, or that nobody is to come again (410). The others are about the door (no way, no right,
out of order, moved): once that is mended everything that waits goes out by itself.
"""
LONGEST_PATIENCE = timedelta(hours=24)


class Webhook:
    """Posts letters to the systems of towns. `subject` of an envelope is the event's type, `text` the body."""

    def __init__(
        self, settings: Settings, clock: Callable[[], datetime], client: Callable[[], Client] | None = None
    ) -> None:
        self._folder, self._clock = settings.secrets_at, clock
        self._inside = settings.internal_hosts_named
        self._open = client or self._opened
        self._client: Client | None = None

    async def send(self, envelope: Envelope, posted: datetime) -> None:
        """Post one letter; returns once the system has answered 2xx. Raises Passing or Permanent."""
        at = self._clock().astimezone(UTC)
        try:
            signed = headers(envelope.id, at, envelope.text, secrets(self._folder, envelope.key))
        except NoSecret as error:
            raise Passing(str(error)) from None
        self._client = self._client or self._open()
        answer = await self._client.post(envelope.to, TOLD | signed, envelope.text.encode())
        _judge(answer.status, patience(answer.retry_after, at))

    async def rest(self) -> None:
        """Hang up."""
        client, self._client = self._client, None
        if client:
            await client.rest()

    def _opened(self) -> Client:
        from portal.delivery.webhook.client import Client, Limits

        return Client(self._inside, Limits())


TOLD = {"content-type": "application/json; charset=utf-8", "user-agent": "Yorisoi (Standard Webhooks)"}


def patience(retry_after: str, now: datetime) -> timedelta:
    """How long the other side wants to be left alone (RFC 9110, 10.2.3): seconds or a date, a day at the most."""
    try:
        asked = (
            timedelta(seconds=int(retry_after)) if retry_after.isdecimal() else parsedate_to_datetime(retry_after) - now
        )
    except (ValueError, TypeError, OverflowError):
        return timedelta()
    return max(timedelta(), min(asked, LONGEST_PATIENCE))


def _judge(status: int, after: timedelta) -> None:
    if status in REFUSED:
        raise Permanent(f"POST {status}")
    if not 200 <= status < 300:
        raise Passing(f"POST {status}", after)
