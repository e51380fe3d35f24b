"""Room for large bodies: as much as the largest takes, shared by all that are under way in this process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from portal.api.v1.problems import Refused

PATIENCE = 60.0
"""Seconds somebody waits; what they send stays with them meanwhile."""
SOON = "5"
"""Seconds after which to come again."""


class Room:
    """So many bytes. One partner that sends many photos at once would otherwise take the memory of every page."""

    def __init__(self, most: int, patience: float = PATIENCE) -> None:
        self._left, self._patience = most, patience
        self._gone = asyncio.Event()

    @asynccontextmanager
    async def taken(self, size: int) -> AsyncIterator[None]:
        """Hold so many of them, once others have let go. Raises Refused: TooMuch, when they do not."""
        try:
            async with asyncio.timeout(self._patience):
                while size > self._left:
                    self._gone.clear()
                    await self._gone.wait()
        except TimeoutError:
            raise Refused("TooMuch", {"Retry-After": SOON}) from None
        self._left -= size
        try:
            yield
        finally:
            self._left += size
            self._gone.set()
