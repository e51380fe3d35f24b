"""`migrate`, `registries update`, `demo`: what must be there before serving, and what is swept away later."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from multiprocessing import get_context
from typing import Any

from rich.console import Console

from portal import registries
from portal.app import served
from portal.cli import demo
from portal.journey import draft, resume
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage import tries
from portal.storage.database import Database

HOUR = 3600.0


def add(commands: Any) -> None:
    """The commands' words."""
    parser = commands.add_parser(
        "migrate", help="bring the database's tables up to date", epilog="example: yorisoi migrate"
    )
    parser.set_defaults(run=_migrate)
    parser = commands.add_parser("registries", help="postcodes and banks")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    update = verbs.add_parser("update", help="build them anew", epilog="example: yorisoi registries update")
    update.set_defaults(run=_registries)
    parser = commands.add_parser("demo", help="make the demo's API tokens", epilog="example: yorisoi demo")
    parser.set_defaults(run=_demo)


def prepare(settings: Settings) -> None:
    """Everything a first start needs: folder, keys, tables, registries, demo tokens."""
    settings.var.mkdir(parents=True, exist_ok=True)
    Keys.load(settings.var / "keys")
    _upgrade(settings)
    with Console(stderr=True).status("Building postcodes and banks"):
        registries.build(settings.var / "registries.sqlite")
    if settings.demo:
        demo.seed(settings)


def prepared(settings: Settings) -> None:
    """Prepare in a process of its own, so that the server does not keep the memory it took."""
    child = get_context("fork").Process(target=prepare, args=(settings,))
    child.start()
    child.join()
    if child.exitcode:
        sys.exit("Yorisoi could not prepare its folder; what went wrong stands above.")


async def sweeping(settings: Settings, clock: Callable[[], datetime], stop: asyncio.Event) -> None:
    """Once an hour until told to stop, forget what is past its days."""
    while not stop.is_set():
        await asyncio.to_thread(sweep, settings, clock())
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), HOUR)


def sweep(settings: Settings, now: datetime) -> None:
    database = Database(settings.database)
    for town in served(settings).values():
        with database.writing() as db:
            draft.sweep(db, town.code, now)
            resume.sweep(db, town.code, now)
            tries.sweep(db, town.code, now)
    database.close()


def _migrate(settings: Settings, _wanted: argparse.Namespace) -> int:
    settings.var.mkdir(parents=True, exist_ok=True)
    _upgrade(settings)
    return 0


def _upgrade(settings: Settings) -> None:
    from portal.storage.migrations import upgrade  # alembic: eight megabytes a running server does without

    upgrade(settings.database)


def _registries(settings: Settings, _wanted: argparse.Namespace) -> int:
    settings.var.mkdir(parents=True, exist_ok=True)
    registries.build(settings.var / "registries.sqlite")
    return 0


def _demo(settings: Settings, _wanted: argparse.Namespace) -> int:
    prepare(settings)
    Console(highlight=False).print(*demo.lines(settings, settings.address or "http://127.0.0.1:8000"), sep="\n")
    return 0
