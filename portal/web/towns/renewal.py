"""Renewal: what a town changes at its desk is taken up by every process of every machine, without a restart."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from sqlalchemy.exc import SQLAlchemyError

from portal.catalogue.overrides import standing
from portal.municipalities.own import changes
from portal.municipalities.own.standing import one
from portal.speech.published import Published
from portal.web.endpoint import THREADS
from portal.web.house import House

log = logging.getLogger(__name__)
SECONDS = 3.0
"""Until a process looks again; whoever changes a town sees it at once, all others after so long at most."""


def renew(house: House) -> bool:
    """Take up what towns have changed since this process looked last; whether there was anything.

    One small query where there was not. Pages kept of a town before it changed are asked for no more.
    """
    with house.database.reading() as db:
        known = changes.numbers(db)
        news = {
            slug: one(db, file, known[file.code])
            for slug, file in house.files.items()
            if slug in house.towns and known.get(file.code, 0) != house.towns[slug].version
        }
    if not news:
        return False
    towns = {**house.towns, **news}
    if any(town.texts != house.towns[slug].texts for slug, town in news.items()):
        house.catalogue = standing(house.catalogue, towns.values())
    house.towns = towns  # last: no page with words of before is kept as one of now
    house.sounds = house.sounds.anew(Published(house.catalogue, house.towns.values()))
    log.info("taken up what %s changed at the desk", ", ".join(sorted(news)))
    return True


async def watching(house: House, stop: asyncio.Event) -> None:
    """Look again and again until told to stop; off the loop, as a database elsewhere takes its time."""
    loop = asyncio.get_running_loop()
    while not stop.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), SECONDS)
            return
        try:
            await loop.run_in_executor(THREADS, renew, house)
        except SQLAlchemyError as error:  # a database away: the next look finds it
            log.warning("what towns have changed could not be looked at: %s", type(error).__name__)
