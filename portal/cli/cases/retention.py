"""`retention`: what is over and forgotten, what is kept all the same, and the record of what was done each day."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.table import Table

from portal.app import served
from portal.cases.retention import run
from portal.cases.retention.run import ANONYMISED, DELETED, FORGOTTEN, KEPT, NOT_ARRIVED, OPEN, UNKNOWN, Report
from portal.cases.retention.sweep import Sweep
from portal.cli.town import town_of
from portal.language.dates import JAPAN
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database

TOLD = {
    DELETED: "deleted",
    ANONYMISED: "counted and deleted",
    OPEN: "kept: not decided",
    NOT_ARRIVED: "kept: not certain to have arrived",
    UNKNOWN: "kept: version or key unknown",
}


def add(commands: Any) -> None:
    """The command's words."""
    parser = commands.add_parser(
        "retention",
        help="forget the cases whose time is over",
        description="Forgets decided cases past the time their service keeps them: answers, files, letters, and the "
        "salt of their consent. Cases that are not decided or have not arrived stay. The consent log goes on proving.",
        epilog="example: yorisoi retention --dry-run --town kasumigahama",
    )
    parser.add_argument("--town", default="", help="of this town alone")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be forgotten, and change nothing")
    parser.add_argument("--runs", action="store_true", help="list what was done on each day instead")
    parser.set_defaults(run=_retention)


def _retention(settings: Settings, wanted: argparse.Namespace) -> int:
    some = [town_of(settings, wanted)] if wanted.town else list(served(settings).values())
    console = Console(highlight=False, soft_wrap=True)
    database = Database(settings.database)
    try:
        if wanted.runs:
            console.print(_days(database, some))
        else:
            keys, now = Keys.load(settings.var / "keys"), datetime.now(UTC)
            sweeps = ((town, Sweep(database, keys, town.code, now, wanted.dry_run).go()) for town in some)
            console.print(_table(sweeps, wanted.dry_run))
    finally:
        database.close()
    return 0


def _table(found: Iterable[tuple[Municipality, Report]], looking: bool) -> Table | str:
    table = Table("town", "service", "would be" if looking else "", "cases")
    table.columns[-1].justify = "right"
    for town, report in found:
        for (service, outcome), n in sorted(report.items()):
            table.add_row(town.name, service, TOLD[outcome], str(n))
    return table if table.row_count else "No case's time is over."


def _days(database: Database, towns: Iterable[Municipality]) -> Table | str:
    table = Table("town", "day", "ended", *FORGOTTEN, *(f"kept: {why}" for why in KEPT))
    for town in towns:
        with database.reading() as db:
            found = run.runs(db, town.code)
        for one in found:
            ended = f"{one.ended.astimezone(JAPAN):%H:%M}" if one.ended else "broken off"
            counts = (sum(run.only(one.report, (outcome,)).values()) for outcome in (*FORGOTTEN, *KEPT))
            table.add_row(town.name, one.day, ended, *map(str, counts))
    return table if table.row_count else "Nothing was done yet."
