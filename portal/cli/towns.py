"""`town show`: what a town has changed itself at the desk: what holds beside the file, who changed what when."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from rich.console import Console

from portal.accounts.staff import person as people
from portal.app import served
from portal.catalogue import overrides
from portal.catalogue.load import load
from portal.catalogue.offered import Catalogue
from portal.cli.town import add_town, town_of
from portal.language.dates import JAPAN
from portal.language.marks import plain
from portal.municipalities import Municipality
from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change
from portal.municipalities.own.overlay import TEXTS, department_of, fitting, of, text_of
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database

LISTED = 20


def add(commands: Any) -> None:
    """The command's words."""
    verbs = commands.add_parser("town", help="what towns change themselves").add_subparsers(
        required=True, metavar="verb"
    )
    example = "example: yorisoi town show kasumigahama"
    show = verbs.add_parser("show", help="what a town has changed at its desk", epilog=example)
    add_town(show)
    show.add_argument("--last", type=int, default=LISTED, help=f"how many changes to list; {LISTED} unless told")
    show.set_defaults(run=_show)


def _show(settings: Settings, wanted: argparse.Namespace) -> int:
    town, database, keys = town_of(settings, wanted), Database(settings.database), Keys.load(settings.var / "keys")
    with database.reading() as db:
        parts, listed = changes.parts(db, town.code), changes.history(db, town.code, wanted.last)
        names = {one.id: one.name for one in people.everybody(db, keys, town.code)}
    database.close()
    console = Console(highlight=False, soft_wrap=True)
    files = load(served(settings).values())
    now, faulty = fitting(town, parts.values())
    unfit = {*faulty, *overrides.unfit(files, now)}
    told = [
        line
        for part in sorted(parts)
        for line in (_said if text_of(part) else _holds)(files, town, parts[part], part in unfit)
    ]
    if not told:
        console.print(f"{plain(town.name)} is as its file says.", markup=False)
    for line in told:
        console.print(line, markup=False)
    for one in listed:
        at = one.at.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M") if one.at else ""
        console.print(f"{one.version:>5}  {at}  {names.get(one.staff, one.staff)}  {one.part}", markup=False)
    return 1 if unfit else 0


def _said(files: Catalogue, file: Municipality, change: Change, unfit: bool) -> Iterator[str]:
    """Each value of a service that the desk has said, with what its file says."""
    mine = (one for one in files.files if one.municipality == file.code)
    version = next((one for one in mine if of(TEXTS, overrides.called(one)) == change.part), None)
    was = version.data.get if version else None
    return _lines(change, was, unfit, ("the town has no such service of that day", _written))


def _holds(_: Catalogue, file: Municipality, change: Change, unfit: bool) -> Iterator[str]:
    """Each value the desk has said, with what the file says; the desk's word holds."""
    department = department_of(change.part)
    place = file.departments.get(department) if department else file
    was = partial(getattr, place) if place else None
    return _lines(change, was, unfit, ("the file has no such department", _told))


def _lines(
    change: Change, was: Callable[[str], Any] | None, unfit: bool, ways: tuple[str, Callable[[Any], str]]
) -> Iterator[str]:
    """A line for each value; `was` looks into the file; `ways`: what is said without one, how a value is written."""
    lacks, written = ways
    for name, value in change.values.items():
        state = f"the file says {written(was(name))}" if was else f"not used: {lacks}"
        if was and unfit:
            state = f"not used, as it does not fit the file any more; {state}"
        yield f"{change.part}: {name} is {written(value)} ({state})"


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _told(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return " / ".join(f"{language}: {text}" for language, text in value.items())
    if isinstance(value, str | int):
        return str(value)
    return ", ".join(sorted(str(one) for one in value)) or "nothing"
