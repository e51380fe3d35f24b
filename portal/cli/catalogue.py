"""`catalogue check`: every mistake of every town's and service's file, all at once."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console

from portal.app import served
from portal.catalogue.load import SERVICES, load
from portal.cli.delivery import certificates
from portal.municipalities.source import Fault, Faulty
from portal.settings import Settings


def add(commands: Any) -> None:
    """The command's words."""
    parser = commands.add_parser("catalogue", help="the towns and the services")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    check = verbs.add_parser("check", help="find every mistake", epilog="example: yorisoi catalogue check")
    check.add_argument("folder", nargs="?", type=Path, default=SERVICES, help="folder of services")
    check.set_defaults(run=_check)


def _check(settings: Settings, wanted: argparse.Namespace) -> int:
    console, now = Console(highlight=False, soft_wrap=True), datetime.now(UTC)
    faults: list[Fault] = []
    try:
        towns = served(settings).values()
        faults += certificates.amiss(settings, towns, now)
        found = load(towns, wanted.folder)
    except Faulty as error:
        faults += error.faults
    for fault in faults:
        console.print(str(fault), markup=False)
    if faults:
        console.print(f"{len(faults)} to mend")
        return 1
    for sentence in certificates.ending(settings, towns, now):
        console.print(sentence, markup=False)
    console.print(f"{len(found.versions)} versions, nothing to mend")
    return 0
