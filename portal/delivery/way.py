"""What every way out of the house has in common: how it is used and how it fails."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta
from socket import gaierror
from typing import Protocol

from portal.delivery.envelope import Envelope


class Failed(Exception):
    """It did not leave. `why` is codes and names of commands only: a server's words may hold addresses."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Passing(Failed):
    """Nothing is wrong with this letter: network, mail server, disk. Another try may work, `after` a time."""

    def __init__(self, why: str, after: timedelta = timedelta()) -> None:
        super().__init__(why)
        self.after = after


class Permanent(Failed):
    """This letter will be refused each time."""


class Gone(Permanent):
    """Nobody is there any more who wanted it; nothing is amiss."""


class TooLarge(Permanent):
    """The receiver takes smaller letters only."""


class Way(Protocol):
    """A way for envelopes to leave, one for each channel."""

    async def send(self, envelope: Envelope, posted: datetime) -> None:
        """Hand over one letter that was posted at this moment; returns once it is safe with the other side.

        Raises Passing or Permanent.
        """

    async def rest(self) -> None:
        """Nothing to send for now: give back what is held open."""


NAMED = {
    "SMTPServerDisconnected": "cut off",
    "BrokenResourceError": "cut off",
    "EndOfStream": "cut off",
    "RemoteProtocolError": "broken answer",
}
"""Causes that are told by the name of what a client raises, so that no client need be loaded to look."""


def cause(error: BaseException) -> str:
    """What lies at the bottom of a conversation that failed, as a code that `delivery try` has words for."""
    for each in reversed(list(_chain(error))):
        if isinstance(each, ssl.SSLCertVerificationError):
            return f"certificate {each.verify_code}"
        if isinstance(each, ssl.SSLError) and not isinstance(each, ssl.SSLWantReadError | ssl.SSLWantWriteError):
            return "TLS"
        if isinstance(each, gaierror):
            return "DNS"
        if isinstance(each, TimeoutError) or "Timeout" in type(each).__name__:
            return "timeout"
        if isinstance(each, ConnectionRefusedError):
            return "refused"
        if isinstance(each, ConnectionResetError | BrokenPipeError | asyncio.IncompleteReadError):
            return "cut off"
        if type(each).__name__ in NAMED:
            return NAMED[type(each).__name__]
    return type(error).__name__


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that it came of."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
