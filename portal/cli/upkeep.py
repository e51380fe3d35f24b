"""`migrate`, `registries update`, `demo`: what must be there before serving, and what is swept away later."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from multiprocessing import get_context
from typing import Any

from portal import registries
from portal.accounts import once, staff
from portal.app import changed, served
from portal.cases.arrival.alarm import ring
from portal.cases.batch.post import post
from portal.cases.course import feed
from portal.cases.figures.count import count
from portal.cases.principal import invitation
from portal.cases.retention import run
from portal.cases.retention.sweep import Sweep
from portal.cases.search.fill import fill
from portal.cases.witness import daily
from portal.cases.witness.daily import House
from portal.cli import demo
from portal.delivery.watch.mending import forget
from portal.journey import draft, resume
from portal.journey.counter import sitting
from portal.journey.leaving import left
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.settings import Settings
from portal.speech.reading import dictionaries
from portal.storage import tries
from portal.storage.database import Database

log = logging.getLogger(__name__)
HOUR = 3600.0
AT_ONCE = 10
"""Drafts, or letters, forgotten in one transaction."""
EVENTS_AT_ONCE = 1_000
"""Events passed over in one transaction, which only reads them."""


def add(commands: Any) -> None:
    """The commands' words."""
    parser = commands.add_parser(
        "migrate", help="bring the database's tables up to date", epilog="example: yorisoi migrate"
    )
    parser.set_defaults(run=_migrate)
    parser = commands.add_parser("registries", help="postcodes, banks and readings of names and places")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    update = verbs.add_parser("update", help="build them anew", epilog="example: yorisoi registries update")
    update.set_defaults(run=_registries)
    parser = commands.add_parser("demo", help="make the demo's API tokens", epilog="example: yorisoi demo")
    parser.set_defaults(run=_demo)


def prepare(settings: Settings) -> None:
    """Everything a first start needs: folder, keys, tables, registries, demo tokens."""
    from rich.console import Console  # here and below: the server has no use for it

    from portal.cli.desk.first import first_links

    settings.var.mkdir(parents=True, exist_ok=True)
    Keys.load(settings.var / "keys")
    _upgrade(settings)
    with Console(stderr=True).status("Building postcodes, banks and readings of names and places"):
        _build(settings)
    if settings.demo:
        demo.seed(settings)
    first_links(settings)


def prepared(settings: Settings) -> None:
    """Prepare in a process of its own, so that the server does not keep the memory it took."""
    child = get_context("fork").Process(target=prepare, args=(settings,))
    child.start()
    child.join()
    if child.exitcode:
        sys.exit("Yorisoi could not prepare its folder; what went wrong stands above.")


async def sweeping(settings: Settings, clock: Callable[[], datetime], stop: asyncio.Event) -> None:
    """Once an hour until told to stop, forget what is past its days, post what is due, alarm, and count."""
    while not stop.is_set():
        for work in (sweep, trace, retire, batches, witness, alarm, figures):
            try:
                await asyncio.to_thread(work, settings, clock())
            except Exception as error:  # a full disk or a database away: the next hour tries again
                log.error("%s did not work: %s", work.__name__, type(error).__name__)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), HOUR)


def sweep(settings: Settings, now: datetime) -> None:
    database = Database(settings.database)
    for town in served(settings).values():
        while _some_drafts_gone(database, town.code, now):
            pass
        with database.writing() as db:
            resume.sweep(db, town.code, now)
            sitting.sweep(db, town.code, now)
            tries.sweep(db, town.code, now)
            invitation.sweep(db, town.code, now)
            once.sweep(db, town.code, now)
            staff.sweep(db, town.code, now)
        while _some_events_old(database, town.code, now):
            pass
        while _some_letters_gone(database, town.code, now - timedelta(days=settings.letters_days)):
            pass
    database.close()


def trace(settings: Settings, now: datetime) -> int:
    """Let cases from before there was a search be found; how many they were."""
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    filled = [fill(database, keys, town.code) for town in served(settings).values()]
    database.close()
    return sum(filled)


def batches(settings: Settings, now: datetime) -> int:
    """Post the batches of every town that are due and were not posted before; how many mails it was."""
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    posted = [post(database, keys, town, now) for town in _standing(settings)]
    database.close()
    return sum(posted)


def retire(settings: Settings, now: datetime) -> int:
    """Forget the cases of every town whose time is over, once a day and where that is wanted; how many towns it was."""
    if not settings.retention:
        return 0
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    with database.reading() as db:
        due = [town for town in served(settings).values() if not run.done(db, town.code, now)]
    for town in due:
        Sweep(database, keys, town.code, now).go()
    database.close()
    return len(due)


def witness(settings: Settings, now: datetime) -> int:
    """Post the day's mail of every town to the witnesses, unless it was posted before; how many towns it was."""
    if not settings.witnesses:
        return 0
    house = House(Database(settings.database), Keys.load(settings.var / "keys"), settings)
    posted = [daily.post(house, town, now) for town in _standing(settings)]
    house.database.close()
    return sum(posted)


def alarm(settings: Settings, now: datetime) -> int:
    """Tell of cases that have not come to the office in time; how many departments are told."""
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    rung = [ring(database, keys, town, settings.operator, now) for town in _standing(settings)]
    database.close()
    if sum(rung):
        log.warning("cases of %d departments have not arrived: see yorisoi delivery show", sum(rung))
    return sum(rung)


def figures(settings: Settings, now: datetime) -> int:
    """Count what came to every town and what became of it, and where people leave; how many events it was."""
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    counted = 0
    for town in served(settings).values():
        counted += count(database, keys, town.code, now)
        left.count(database, town.code, now)
    database.close()
    return counted


def _standing(settings: Settings) -> Iterable[Municipality]:
    """The towns with what they have changed themselves: where their mails go, and after how long it alarms."""
    return changed(settings, served(settings)).values()


def _some_drafts_gone(database: Database, town: str, now: datetime) -> bool:
    """A few at a time: files are overwritten as they go, and residents' answers wait for the end of it."""
    with database.writing() as db:
        return draft.sweep(db, town, now, AT_ONCE) == AT_ONCE


def _some_events_old(database: Database, town: str, now: datetime) -> bool:
    with database.writing() as db:
        return feed.shorten(db, town, now, EVENTS_AT_ONCE) == EVENTS_AT_ONCE


def _some_letters_gone(database: Database, town: str, before: datetime) -> bool:
    with database.writing() as db:
        return forget(db, town, before, AT_ONCE) == AT_ONCE


def _migrate(settings: Settings, _wanted: argparse.Namespace) -> int:
    settings.var.mkdir(parents=True, exist_ok=True)
    _upgrade(settings)
    return 0


def _upgrade(settings: Settings) -> None:
    from portal.storage.migrations import upgrade  # alembic: eight megabytes a running server does without

    upgrade(settings.database)


def _registries(settings: Settings, _wanted: argparse.Namespace) -> int:
    settings.var.mkdir(parents=True, exist_ok=True)
    _build(settings)
    return 0


def _build(settings: Settings) -> None:
    """The registries, and the voice's dictionaries that are made from them."""
    path = settings.var / "registries.sqlite"
    registries.build(path)
    registries.open(path)
    dictionaries(settings.var, served(settings).values())


def _demo(settings: Settings, _wanted: argparse.Namespace) -> int:
    prepare(settings)
    from rich.console import Console

    Console(highlight=False).print(*demo.lines(settings, settings.address or "http://127.0.0.1:8000"), sep="\n")
    return 0
