"""`delivery discard`: an envelope that was set aside need not go; why is noted, and its case stays open."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from portal.app import served
from portal.cases.arrival.standing import open_number
from portal.delivery.watch import mending
from portal.delivery.watch.mending import Gone
from portal.settings import Settings
from portal.storage.database import Database

LONGEST = 200
"""Signs of a reason."""


def add(verbs: Any) -> None:
    """The command's words."""
    parser = verbs.add_parser(
        "discard",
        help="decide that what was set aside need not go",
        description="Each is noted with the reason, and `delivery show` goes on telling it. Nobody has a case because "
        "its letter was discarded: it stays open, and alarms, until somebody has it. `delivery resend` undoes it.",
        epilog="example: yorisoi delivery discard 019ab… --why 'told by telephone, case entered by hand'",
    )
    parser.add_argument("id", nargs="+", help="an envelope's id, as `delivery show` tells it")
    parser.add_argument("--why", required=True, type=_reason, help="for whoever asks later; name no resident")
    parser.set_defaults(run=_discard)


def _reason(words: str) -> str:
    """The reason on one line. Raises ArgumentTypeError for none, or a long one."""
    told = " ".join(words.split())
    if not told or len(told) > LONGEST or not told.isprintable():
        raise argparse.ArgumentTypeError(f"say why in one to {LONGEST} signs")
    return told


def _discard(settings: Settings, wanted: argparse.Namespace) -> int:
    database, now = Database(settings.database), datetime.now(UTC)
    towns = [town.code for town in served(settings).values()]
    amiss = 0
    for id in wanted.id:
        try:
            with database.writing() as db:
                town = mending.town_of(db, towns, id)
                about = mending.discard(db, (town, id), wanted.why, now)
                what_of_it = _case(db, town, about)
        except Gone as gone:
            amiss = 1
            print(f"{id}: {gone}", file=sys.stderr)
        else:
            print(f"{id} is discarded: {wanted.why}.{what_of_it}")
    database.close()
    return amiss


def _case(db: Connection, town: str, about: str) -> str:
    """What becomes of its case."""
    number = open_number(db, town, about)
    if number is None:
        return ""
    return f"\n    Case {number} has not come to its office by any other way: it stays open, and alarms."
