"""`consent verify BUNDLE --key FILE`: what was agreed to, checked offline; `consent checkpoint TOWN`: a signed head;
`consent letter TOWN NUMBER`: a sheet that asks the person somebody else applied for."""

from __future__ import annotations

import argparse
import json
import sys
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from portal.cases.principal import posted
from portal.cases.principal.posted import Place, Unasked
from portal.cases.sent import Answered, sealed
from portal.cli.town import add_town, town_of
from portal.consent import checkpoint as notes
from portal.consent import log
from portal.consent.findings import LIMITS, genuine, sentences
from portal.consent.proof import consistency
from portal.consent.signing_keys import history
from portal.consent.verify import Beside, Older, read, verify
from portal.language.words import CODES, SOURCE, words_for
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database
from portal.typesetting.camera_code import picture
from portal.web.addresses import address


def add(commands: Any) -> None:
    """The commands' words."""
    parser = commands.add_parser("consent", help="what was agreed to")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    example = "example: yorisoi consent verify case-4827-1936-52.json --key log.pub"
    check = verbs.add_parser(
        "verify", help="check a bundle, or a case that holds one, without any network", epilog=example
    )
    check.add_argument("bundle", type=Path, help="bundle.json, or the case-….json of a letter or the API")
    check.add_argument("--key", type=Path, required=True, help="file with the town's public keys")
    check.add_argument("--answers", type=Path, help="file with the answers, where the bundle has none")
    check.add_argument("--salt", help="the salt that goes with them")
    check.add_argument("--old", type=Path, help="a checkpoint of another day that the log must be in line with")
    check.add_argument(
        "--proof", type=Path, help="file with the proof of that, as `consent checkpoint --since` prints it"
    )
    check.add_argument("--file", type=Path, action="append", default=[], help="a file that was sent along")
    check.add_argument("--language", choices=CODES, default=SOURCE)
    check.set_defaults(run=_verify)
    epilog = "example: yorisoi consent checkpoint kasumigahama > today.checkpoint"
    head = verbs.add_parser("checkpoint", help="print the signed head of a town's log", epilog=epilog)
    add_town(head)
    head.add_argument(
        "--since", type=int, metavar="SIZE", help="print the proof that it goes on from a log of that size"
    )
    head.add_argument("--keys", action="store_true", help="print the town's public keys instead")
    head.set_defaults(run=_checkpoint)
    epilog = "example: yorisoi consent letter kasumigahama 4827-1936-52 > letter.pdf"
    sheet = verbs.add_parser(
        "letter",
        help="make the letter that asks the person somebody else applied for, with a fresh code",
        epilog=epilog,
    )
    add_town(sheet)
    sheet.add_argument("number", help="the receipt number")
    sheet.add_argument("--to", action="append", default=[], metavar="LINE", help="a line of the registered address")
    sheet.set_defaults(run=_letter)


def _verify(_settings: Settings, wanted: argparse.Namespace) -> int:
    words = words_for(wanted.language)
    keys = notes.keys(wanted.key.read_text(encoding="utf-8"))
    older = Older(wanted.old.read_text(encoding="utf-8"), _proof(wanted.proof)) if wanted.old else None
    found = verify(_bundle(wanted), keys, Beside(older, [path.read_bytes() for path in wanted.file]))
    for sentence in (*sentences(found), *LIMITS):
        print(words(sentence))
    if any(one.what == "key" for one in found):
        print(*(one.told.partition("\n")[0] for one in keys if one.until), sep="\n")
    asked = {"older": older is not None, "answers": wanted.answers is not None}
    left = any(one.state == "left" and asked.get(one.what) for one in found)
    return 0 if genuine(found) and not left else 1


def _bundle(wanted: argparse.Namespace) -> Any:
    """What is to be checked; of a case, its bundle and its answers. None for what is no JSON."""
    try:
        told = read(wanted.bundle.read_bytes())
        if isinstance(told, dict) and "schema_version" in told:
            answers = sealed(Answered(**{**answer, "shown": ()}) for answer in told["answers"])
            told = {**told["consent"], "answers": answers}
        if wanted.answers:
            told = {**told, "answers": json.loads(wanted.answers.read_text(encoding="utf-8"))}
        return {**told, "salt": wanted.salt} if wanted.salt else told
    except (ValueError, TypeError, KeyError):
        return None


def _proof(path: Path | None) -> list[bytes]:
    return [b64decode(line) for line in path.read_text(encoding="utf-8").split()] if path else []


def _checkpoint(settings: Settings, wanted: argparse.Namespace) -> int:
    town = town_of(settings, wanted)
    keys = Keys.load(settings.var / "keys")
    database = Database(settings.database)
    with database.reading() as db:
        edge = log.head(db, town.code)
        if wanted.keys:
            print(*(one.told for one in history.verifiers(db, keys, town.code)), sep="\n")
        elif wanted.since is None:
            print(log.checkpoint(keys, town.code, edge), end="")
        elif 0 < wanted.since <= edge.size:
            print(
                *(b64encode(hash).decode() for hash in log.proof(db, town.code, consistency(wanted.since, edge.size))),
                sep="\n",
            )
        else:
            print(f"The log has {edge.size} records; name a size from 1 to that.")
    database.close()
    return 0 if wanted.since is None or 0 < wanted.since <= edge.size else 2


def _letter(settings: Settings, wanted: argparse.Namespace) -> int:
    town = town_of(settings, wanted)
    portal = settings.address.rstrip("/") or f"http://{settings.host}:{settings.port}"
    there = portal + address("posted", SOURCE, town.slug)
    keys, database = Keys.load(settings.var / "keys"), Database(settings.database)
    try:
        with database.writing() as db:
            case = posted.waited_for(db, keys, town, wanted.number)
            place = Place(there, picture(there).decode())
            sheet = posted.letter(db, keys, (town, case), wanted.to, (place, datetime.now(UTC)))
        sys.stdout.buffer.write(sheet)
    except Unasked as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        database.close()
    if not wanted.to:
        print(
            "The address is the one in the application: hold it against the register before posting.", file=sys.stderr
        )
    return 0
