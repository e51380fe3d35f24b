"""`speech flags`: the sentences that somebody heard read wrongly."""

from __future__ import annotations

import argparse
from typing import Any

from rich.console import Console
from rich.table import Table

from portal.app import served
from portal.language.dates import JAPAN
from portal.settings import Settings
from portal.speech.flags import flagged
from portal.storage.database import Database


def add(verbs: Any) -> None:
    """The verb's words."""
    flags = verbs.add_parser(
        "flags",
        help="list what people heard read wrongly",
        description="Sentences that somebody heard read wrongly, the most often told first.",
        epilog="example: yorisoi speech flags",
    )
    flags.set_defaults(run=_flags)


def _flags(settings: Settings, _wanted: argparse.Namespace) -> int:
    console = Console(highlight=False, soft_wrap=True)
    table = Table("town", "language", "sentence", "times", "last")
    database = Database(settings.database)
    with database.reading() as db:
        for town in served(settings).values():
            for one in flagged(db, town.code):
                last = one.last.astimezone(JAPAN).date().isoformat()
                table.add_row(town.name, one.language, one.sentence, str(one.times), last)
    database.close()
    console.print(table if table.row_count else "Nobody has told of a wrong reading.")
    return 0
