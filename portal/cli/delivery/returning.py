"""Beside the worker: every few minutes, look through the mailbox for letters that came back."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from portal.app import served
from portal.cases.arrival.acknowledgement import came_back
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database

log = logging.getLogger(__name__)
PERIOD = 300.0
"""Seconds from one look to the next."""


async def returning(settings: Settings, stop: asyncio.Event) -> None:
    """Look until told to stop; nothing where no mailbox is named. A mailbox that is away is looked into later."""
    if not settings.imap_url:
        return
    from portal.delivery.bounces.returned import Returns  # nobody else needs what reads mails

    towns = [town.code for town in served(settings).values()]
    keys = Keys.load(settings.var / "keys")
    returns = Returns(Database(settings.database), keys, settings.imap_url, towns, came_back)
    while not stop.is_set():
        try:
            found = await asyncio.to_thread(returns.look)
            log.info("the mailbox: %s", ", ".join(f"{count} {kind}" for kind, count in found.items()) or "nothing new")
        except Exception as error:  # Unreachable has a code; whatever else it is, the next look tries again
            log.error("the mailbox cannot be read: %s", error or type(error).__name__)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), PERIOD)
    returns.database.close()
