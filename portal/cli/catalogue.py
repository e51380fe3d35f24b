"""`catalogue check`: every mistake of every service's file, all at once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rich.console import Console

from portal.app import served
from portal.catalogue.load import SERVICES, load
from portal.municipalities.source import Faulty
from portal.settings import Settings


def add(commands: Any) -> None:
    """The command's words."""
    parser = commands.add_parser("catalogue", help="the services")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    check = verbs.add_parser("check", help="find every mistake", epilog="example: yorisoi catalogue check")
    check.add_argument("folder", nargs="?", type=Path, default=SERVICES, help="folder of services")
    check.set_defaults(run=_check)


def _check(settings: Settings, wanted: argparse.Namespace) -> int:
    console = Console(highlight=False, soft_wrap=True)
    try:
        found = load(served(settings).values(), wanted.folder)
    except Faulty as error:
        for fault in error.faults:
            console.print(str(fault), markup=False)
        console.print(f"{len(error.faults)} to mend")
        return 1
    console.print(f"{len(found.versions)} versions, nothing to mend")
    return 0
