"""`locales export` and `locales import`: a language out to translators' programs, and in again when it is right."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from portal.app import served
from portal.language.dates import JAPAN
from portal.language.translating import out, po, taken, xliff
from portal.language.translating.messages import Mistake, Unreadable, every
from portal.language.translating.said import Said, mark, of_language
from portal.language.words import OTHERS
from portal.settings import Settings
from portal.storage.database import Database

FORMATS = {"xliff": xliff, "po": po}
LONGEST_NAME = 80


def add(verbs: Any) -> None:
    """The commands' words."""
    export = verbs.add_parser(
        "export",
        help="a language for translators' programs",
        description="Everything residents read in a language, with where it is seen, official terms and its English.",
        epilog="example: yorisoi locales export vi --format xliff > vi.xlf",
    )
    export.add_argument("language", choices=OTHERS)
    export.add_argument("--format", choices=FORMATS, default="xliff")
    export.add_argument("--proposals", action="store_true", help="only what towns' staff have said at the desk")
    export.set_defaults(run=_export)
    back = verbs.add_parser(
        "import",
        help="take in what translators sent",
        description="All of a file or nothing: each mistake is told by its line, and the exit code is 1.",
        epilog="example: yorisoi locales import vi.xlf --reviewer 'Nguyễn An'",
    )
    back.add_argument("file", type=Path)
    back.add_argument("--reviewer", required=True, type=_name, help="who has read what the file calls approved")
    back.add_argument("--dry-run", action="store_true", help="only tell what would change")
    back.set_defaults(run=_import)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable() or "," in name:
        raise argparse.ArgumentTypeError(f"a name of up to {LONGEST_NAME} signs in one line, without a comma")
    return name


def _export(settings: Settings, wanted: argparse.Namespace) -> int:
    units = out.units(wanted.language)
    if wanted.proposals:
        units = [*out.proposed(units, _said(settings, wanted.language))]
    content = FORMATS[wanted.format].written(wanted.language, units)
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    return 0


def _said(settings: Settings, language: str) -> dict[str, list[tuple[str, Said]]]:
    """By message, what each town has said of the translation as it is now, with the town's name; the newest last."""
    current = {told.id: mark(told) for told in every(language)}
    found: dict[str, list[tuple[str, Said]]] = {}
    with closing(Database(settings.database)) as database, database.reading() as db:
        for town in served(settings).values():
            for message, one in of_language(db, town.code, language).items():
                if current.get(message) == one.told:
                    found.setdefault(message, []).append((town.name, one))
    return {message: sorted(words, key=lambda word: word[1].at) for message, words in found.items()}


def _import(settings: Settings, wanted: argparse.Namespace) -> int:
    try:
        with wanted.file.open("rb") as file:
            content = file.read(xliff.LARGEST + 1)
        kind = xliff if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff")) else po
        language, units = kind.read(content)
    except OSError as error:
        return _refused(wanted.file, [Mistake(0, f"it cannot be read: {error.strerror}")])
    except Unreadable as error:
        return _refused(wanted.file, [Mistake(error.line, str(error))])
    found = taken.taken(language, units)
    if found.mistakes:
        return _refused(wanted.file, found.mistakes)
    if not wanted.dry_run:
        taken.write(found, f"{wanted.reviewer}, {datetime.now(JAPAN):%Y-%m-%d}")
    told = "would be" if wanted.dry_run else "are"
    print(
        f"{language}: {len(found.changed)} messages {told} changed, {len(found.read)} {told} read by {wanted.reviewer}"
    )
    return 0


def _refused(file: Path, mistakes: list[Mistake]) -> int:
    for line, words in mistakes:
        print(f"{file}:{line}: {words}" if line else f"{file}: {words}")
    print(f"{len(mistakes)} to mend; nothing was taken in.", file=sys.stderr)
    return 1
