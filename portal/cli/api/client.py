"""`api client`: who may come in, with which scopes; secrets are shown once, when they are made."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from portal.accounts import api_client, secret
from portal.accounts.api_client import ApiClient, Grant
from portal.accounts.scope import SCOPES
from portal.cli.town import add_town, town_of
from portal.language.dates import JAPAN
from portal.municipalities import Municipality
from portal.settings import Settings
from portal.storage.database import Database

LONGEST_OVERLAP = 365
"""Days."""
Verb = Callable[[Connection, Municipality, argparse.Namespace], int]


def add(commands: Any) -> None:
    """The commands' words."""
    parser = commands.add_parser("api", help="other systems")
    clients = parser.add_subparsers(required=True, metavar="what").add_parser("client", help="who may come in")
    verbs = clients.add_subparsers(required=True, metavar="verb")
    example = "example: yorisoi api client new kasumigahama 住民記録 --department residents --scope cases:read"
    new = _verb(verbs, "new", "let a system in", _new, example)
    new.add_argument("name", help="what it is called in lists")
    new.add_argument("--department", action="append", required=True, help="one whose cases it reaches; several times")
    new.add_argument("--scope", action="append", required=True, choices=SCOPES, help="what it may do; several times")
    new.add_argument("--bearer", action="store_true", help="its secret is its token, for small scripts, without OAuth")
    _verb(verbs, "list", "every system of a town", _list, "example: yorisoi api client list kasumigahama")
    example = "example: yorisoi api client rotate kasumigahama 990019-019ab…"
    rotate = _verb(verbs, "rotate", "make a new secret; the old one holds for some days", _rotate, example)
    rotate.add_argument("id", help="its client_id")
    told = f"how long the old one holds ({secret.OVERLAP.days}); 0 ends it at once"
    rotate.add_argument("--overlap", type=_days, metavar="DAYS", default=secret.OVERLAP, help=told)
    example = "example: yorisoi api client revoke kasumigahama 990019-019ab…"
    _verb(verbs, "revoke", "keep a system out at once", _revoke, example).add_argument("id", help="its client_id")


def _verb(verbs: Any, name: str, help: str, run: Verb, example: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=help, epilog=example)
    add_town(parser)
    parser.set_defaults(run=lambda settings, wanted: _in_town(settings, wanted, run))
    return parser


def _in_town(settings: Settings, wanted: argparse.Namespace, run: Verb) -> int:
    town = town_of(settings, wanted)
    database = Database(settings.database)
    try:
        with database.writing() as db:
            return run(db, town, wanted)
    finally:
        database.close()


def _new(db: Connection, town: Municipality, wanted: argparse.Namespace) -> int:
    if unknown := sorted(set(wanted.department) - town.departments.keys()):
        return _amiss(f"There is no department {', '.join(unknown)}; there are {', '.join(town.departments)}.")
    grant = Grant(town.code, wanted.name, frozenset(wanted.department), frozenset(wanted.scope))
    client = api_client.admit(db, grant, _now())
    return _told(client, secret.issue(db, client, _now(), bearer=wanted.bearer))


def _list(db: Connection, town: Municipality, _wanted: argparse.Namespace) -> int:
    for client in api_client.admitted(db, town.code):
        held = secret.of_client(db, client)
        holding = sum(each.holds(_now()) for each in held)
        used = max((each.used for each in held if each.used), default=None)
        secrets = "1 secret" if holding == 1 else f"{holding} secrets"
        state = f"revoked {_moment(client.revoked)}" if client.revoked else secrets
        print(f"{client.public_id}  {client.name}  {state}, last used {_moment(used) or 'never'}")
        print(f"  {' '.join(sorted(client.departments))}: {' '.join(sorted(client.scopes))}")
    return 0


def _rotate(db: Connection, town: Municipality, wanted: argparse.Namespace) -> int:
    client = api_client.by_id(db, town.code, _id(town, wanted))
    if client is None:
        return _unknown(town, wanted)
    now, overlap = _now(), wanted.overlap
    told = _told(client, secret.rotate(db, client, now, overlap))
    ends = f"holds until {_moment(now + overlap)}" if overlap else "holds no more"
    print(f"The secret before it {ends}.", file=sys.stderr)
    return told


def _revoke(db: Connection, town: Municipality, wanted: argparse.Namespace) -> int:
    if not api_client.revoke(db, town.code, _id(town, wanted), _now()):
        return _unknown(town, wanted)
    print("It is out.")
    return 0


def _id(town: Municipality, wanted: argparse.Namespace) -> str:
    """The id within the town, whichever way it is written."""
    return str(wanted.id).removeprefix(f"{town.code}-")


def _unknown(town: Municipality, wanted: argparse.Namespace) -> int:
    told = f"{town.slug} has no system {wanted.id}, or it was revoked."
    return _amiss(f"{told} See yorisoi api client list {town.slug}")


def _days(words: str) -> timedelta:
    """Raises ArgumentTypeError for anything but 0 to 365 days."""
    if not (words.isascii() and words.isdecimal() and int(words) <= LONGEST_OVERLAP):
        raise argparse.ArgumentTypeError(f"write a number of days from 0 to {LONGEST_OVERLAP}")
    return timedelta(days=int(words))


def _told(client: ApiClient, words: str) -> int:
    print(f"client_id      {client.public_id}\nclient_secret  {words}")
    print("The secret is shown this once: keep it where the system reads it.", file=sys.stderr)
    return 0


def _amiss(words: str) -> int:
    print(words, file=sys.stderr)
    return 2


def _moment(moment: datetime | None) -> str:
    return moment.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M") if moment else ""


def _now() -> datetime:
    return datetime.now(UTC)
