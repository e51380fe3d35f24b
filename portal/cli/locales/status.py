"""`locales status`: of each language, what is translated, read by a person, too long for its place, or amiss."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table

from portal.language.translating import glossary, seen, width
from portal.language.translating.faults import Judge
from portal.language.translating.messages import Told, every
from portal.language.words import OTHERS
from portal.settings import Settings

COLUMNS = {
    "untranslated": "To do",
    "fuzzy": "Fuzzy",
    "unreviewed": "Unread",
    "long": "Long",
    "values": "Values",
    "glossary": "Terms",
    "other": "Other",
}
"""Each thing that may be said of a message, and its column. Nobody has read it; it is too long for its place; its
{values} or its official terms are not those of the Japanese; it is otherwise amiss."""
UNREVIEWED = "unreviewed"
"""The one of them that does not keep a language from being whole."""


def add(verbs: Any) -> None:
    """The command's words."""
    status = verbs.add_parser(
        "status",
        help="what is translated, what people have read, and what is amiss",
        description="The exit code is 1 where a language is not whole or something is amiss with it.",
        epilog="example: yorisoi locales status --language vi --list unreviewed",
    )
    status.add_argument("--language", action="append", choices=OTHERS, help="this one only; may be given again")
    status.add_argument("--list", choices=COLUMNS, help="the messages of which this is true, one in a line")
    status.add_argument("--json", action="store_true", help="for programs")
    status.set_defaults(run=_status)


def standing(language: str) -> dict[str, list[str]]:
    """The messages of a language by what is to be said of them; `all` has every one of them, as FILE:LINE and what.

    Raises OSError where it has no files.
    """
    messages = every(language)
    book = glossary.load(language)
    called = {told.source[0]: told.translation[0] for told in messages if told.translated}
    judge = Judge(language, called, book)
    found: dict[str, list[str]] = {name: [] for name in ("all", *COLUMNS)}
    for told in messages:
        where = f"locales/{language}/LC_MESSAGES/{told.domain}.po:{told.line}: 「{told.source[0]}」"
        for name, why in {"all": "", **dict(_said(told, judge))}.items():
            found[name].append(f"{where} {why}".rstrip())
    return found


def _said(told: Told, judge: Judge) -> Iterator[tuple[str, str]]:
    """What is to be said of a message, and more about it."""
    if told.fuzzy:
        yield "fuzzy", ""
    if not told.reader:
        yield UNREVIEWED, ""
    if not told.translated:
        yield "untranslated", ""
        return
    place = seen.places().get(told.source[0])
    if told.source[0] not in judge.glossary.wide and width.too_long(told, place.place if place else ""):
        yield "long", f"{place.place if place else 'a label'}: {told.translation[0]}"
    for fault in judge.faults(told):
        yield fault.kind if fault.kind in COLUMNS else "other", fault.words


def _status(settings: Settings, wanted: argparse.Namespace) -> int:
    told = {code: standing(code) for code in wanted.language or OTHERS}
    counted = {code: Counter({name: len(of) for name, of in found.items()}) for code, found in told.items()}
    if wanted.list:
        print(*(line for found in told.values() for line in found[wanted.list]), sep="\n")
    elif wanted.json:
        print(json.dumps(counted, indent=1))
    else:
        table = Table("Language", "All", *COLUMNS.values())
        for code, found in counted.items():
            table.add_row(code, str(found["all"]), *(str(found[name]) for name in COLUMNS))
        Console(highlight=False).print(table)
    amiss = sum(found[name] for found in counted.values() for name in COLUMNS if name != UNREVIEWED)
    return 1 if amiss else 0
