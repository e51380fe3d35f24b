"""`export TOWN`: the cases of a town as files, for spreadsheets and for other systems."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console

from portal.cases.exports.folder import CSV, FORMATS, JSON_LINES, Folder
from portal.cases.exports.sheet import ENCODINGS, SHIFT_JIS, UTF_8
from portal.cases.exports.table import Table
from portal.cases.exports.walk import Wanted, counted, each
from portal.catalogue import published
from portal.cli.town import add_town, town_of
from portal.language.dates import JAPAN
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database


def add(commands: Any) -> None:
    """The command's words."""
    parser = commands.add_parser(
        "export",
        help="write a town's cases as CSV or JSON Lines",
        description="Writes <town>-<service>.csv, the people of households in …-people.csv, or <town>.jsonl. With "
        "Shift_JIS, …-signs.csv tells which signs it could not hold and what stands there now.",
        epilog="example: yorisoi export kasumigahama --service kyufukin --since 2026-11-01 --encoding shift_jis",
    )
    add_town(parser)
    parser.add_argument("--service", default="", help="of this service alone")
    parser.add_argument("--since", type=_day, metavar="DAY", help="received from this day on")
    parser.add_argument("--until", type=_day, metavar="DAY", help="received until the end of this day")
    parser.add_argument("--department", action="append", default=[], help="of this department; may be repeated")
    parser.add_argument("--format", choices=FORMATS, default=CSV)
    parser.add_argument("--encoding", choices=ENCODINGS, default=UTF_8, help="of the CSV files")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where they go; here unless told")
    parser.set_defaults(run=_export)


def _day(words: str) -> date:
    """Raises ArgumentTypeError for anything but a day."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"write a day like 2026-11-01, not {words!r}") from None


def _export(settings: Settings, wanted: argparse.Namespace) -> int:
    town = town_of(settings, wanted)
    if complaint := _complaint(town, wanted):
        print(complaint, file=sys.stderr)
        return 2
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    which = Wanted(
        municipality=town.code,
        service=wanted.service,
        departments=frozenset(wanted.department),
        since=_begins(wanted.since),
        until=_begins(wanted.until, days=1),
    )
    try:
        folder = _written(database, keys, which, wanted)
    finally:
        database.close()
    _tell(folder)
    return 0


def _complaint(town: Municipality, wanted: argparse.Namespace) -> str:
    if wanted.service and wanted.service not in town.services:
        return f"{wanted.town} has no service {wanted.service}; it has {', '.join(town.services)}."
    if unknown := sorted(set(wanted.department) - set(town.departments)):
        return f"{wanted.town} has no department {', '.join(unknown)}; it has {', '.join(town.departments)}."
    if wanted.since and wanted.until and wanted.since > wanted.until:
        return "--since must not be after --until."
    if wanted.format == JSON_LINES and wanted.encoding == SHIFT_JIS:
        return "JSON Lines are always UTF-8; leave --encoding out."
    return ""


def _written(database: Database, keys: Keys, which: Wanted, wanted: argparse.Namespace) -> Folder:
    from rich.progress import track  # a megabyte that a running server does without

    with database.reading() as db:
        tables = {service: Table.of(versions) for service, versions in published.every(db, which.municipality).items()}
        total = counted(db, which)
    cases = each(database, keys, which)
    with Folder(wanted.out, wanted.town, tables, wanted.encoding) as folder:
        keep = folder.row if wanted.format == CSV else folder.line
        for told in track(cases, "Exporting", total, console=Console(stderr=True), transient=True):
            keep(told)
    return folder


def _tell(folder: Folder) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for name, rows in folder.written.items():
        console.print(f"{folder.path / name}: {rows} {'row' if rows == 1 else 'rows'}")
    if not folder.written:
        console.print("There are no such cases; no file was written.")


def _begins(day: date | None, days: int = 0) -> datetime | None:
    """The moment a day begins in Japan, so many days later."""
    return datetime.combine(day + timedelta(days=days), time(), JAPAN) if day else None
