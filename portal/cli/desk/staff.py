"""`desk invite`, `desk list`, `desk trail`: the operator's part in who may come in; the rest is done at the desk."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from portal.accounts.staff import invitation, trail
from portal.accounts.staff import person as people
from portal.accounts.staff.role import ROLES
from portal.accounts.staff.trail import Head
from portal.cases.witness import staff as witness
from portal.cli.desk.first import held, invited
from portal.cli.town import add_town, town_of
from portal.language.dates import JAPAN
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database

Verb = Callable[[Settings, Municipality, argparse.Namespace], int]


def add(commands: Any) -> None:
    """The commands' words."""
    verbs = commands.add_parser("desk", help="the staff's desk").add_subparsers(required=True, metavar="verb")
    example = "example: yorisoi desk invite kasumigahama 佐藤 --department welfare --role clerk"
    invite = _verb(verbs, "invite", "print a link for somebody new", _invite, example)
    invite.add_argument("name", help="what the person is called at the desk")
    invite.add_argument("--department", action="append", default=[], help="one of the town's; several times; else all")
    invite.add_argument("--role", action="append", required=True, choices=ROLES, help="what they may do; several times")
    _verb(verbs, "list", "everybody of a town's staff", _list, "example: yorisoi desk list kasumigahama")
    example = "example: yorisoi desk trail kasumigahama"
    told = "check that nobody changed what the staff looked at and did"
    check = _verb(verbs, "trail", told, _trail, f"{example} --old kasumigahama-2026-11-24.staff.checkpoint")
    check.add_argument("--old", type=Path, help="a head of an earlier day, from the daily mail to the witnesses")


def _verb(verbs: Any, name: str, help: str, run: Verb, example: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=help, epilog=example)
    add_town(parser)
    parser.set_defaults(run=lambda settings, wanted: run(settings, town_of(settings, wanted), wanted))
    return parser


def _invite(settings: Settings, town: Municipality, wanted: argparse.Namespace) -> int:
    if unknown := sorted(set(wanted.department) - town.departments.keys()):
        return _amiss(f"There is no department {', '.join(unknown)}; there are {', '.join(town.departments)}.")
    database, keys = _opened(settings)
    person = people.new(town.code, wanted.name, held(wanted.department, wanted.role), datetime.now(UTC))
    with database.writing() as db:
        link = invited(db, keys, settings, town, person)
    database.close()
    print(link)
    print("The link is shown this once and works once, within 72 hours. Give it to this person alone.", file=sys.stderr)
    return 0


def _list(settings: Settings, town: Municipality, _wanted: argparse.Namespace) -> int:
    database, keys = _opened(settings)
    with database.reading() as db:
        waiting = invitation.waiting(db, town.code, datetime.now(UTC))
        for one in people.everybody(db, keys, town.code):
            state = f"in since {_day(one.joined)}" if one.joined else "invited" if one.id in waiting else "link is over"
            print(f"{one.id}  {one.name}  {f'revoked {_day(one.revoked)}' if one.revoked else state}")
            print(
                "  " + "  ".join(f"{department}: {' '.join(sorted(one.roles[department]))}" for department in one.roles)
            )
    database.close()
    return 0


def _trail(settings: Settings, town: Municipality, wanted: argparse.Namespace) -> int:
    database, keys = _opened(settings)
    try:
        older = witness.read(keys, town.code, wanted.old.read_text()) if wanted.old else Head()
    except (OSError, ValueError):
        return _amiss(f"{wanted.old} is no signed head of the trail of {town.slug}.")
    with database.reading() as db:
        broken, grew = trail.broken(db, keys, town.code), trail.grew(db, town.code, older)
        size = trail.head(db, town.code).size
    database.close()
    if broken is not None:
        return _amiss(f"The trail of {town.slug} is not as it was written, from entry {broken + 1} on.", 1)
    if not grew:
        return _amiss(f"The trail of {town.slug} was written anew: it does not go on from {wanted.old}.", 1)
    print(f"The trail of {town.slug} is whole: {size} entries.")
    if wanted.old:
        print(f"It goes on from the {older.size} entries of {wanted.old}.")
    return 0


def _opened(settings: Settings) -> tuple[Database, Keys]:
    return Database(settings.database), Keys.load(settings.var / "keys")


def _day(moment: datetime | None) -> str:
    return moment.astimezone(JAPAN).strftime("%Y-%m-%d") if moment else ""


def _amiss(words: str, code: int = 2) -> int:
    print(words, file=sys.stderr)
    return code
