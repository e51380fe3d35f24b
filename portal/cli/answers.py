"""`answers read KIND TEXT…`: what is understood of a text, as JSON, for those who write services or help residents."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from portal import registries
from portal.answers import KINDS
from portal.answers.answer_type import Ask, Assisted, Option, Problems
from portal.language.dates import JAPAN
from portal.language.words import CODES, SOURCE, words_for
from portal.settings import Settings

BARE = {"date": "year", "address": "town"}
"""Where a text without a part goes, where that is not the first box."""


def add(commands: Any) -> None:
    """The command's words."""
    parser = commands.add_parser("answers", help="how answers are understood")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    example = (
        'example: yorisoi answers read bank_account bank=みずほ branch=新宿 number=1234567 holder="やまだ しょうじ"'
    )
    read = verbs.add_parser("read", help="print what is understood of a text as JSON", epilog=example)
    read.add_argument("kind", choices=sorted(KINDS), metavar="kind", help=", ".join(sorted(KINDS)))
    read.add_argument("text", nargs="+", help="what somebody types; part=text for one box of several")
    read.add_argument("--language", choices=CODES, default=SOURCE, help="language of the messages")
    read.add_argument("--limit", action="append", default=[], metavar="name[=value]", help="a limit of the question")
    read.add_argument("--option", action="append", default=[], metavar="id[=label]", help="one thing to choose")
    read.add_argument("--optional", action="store_true", help="the question may stay unanswered")
    read.set_defaults(run=_read)


def _read(settings: Settings, wanted: argparse.Namespace) -> int:
    path = settings.var / "registries.sqlite"
    registries.build(path)
    registries.open(path)
    told = understood(wanted, datetime.now(JAPAN).date())
    print(json.dumps(told, ensure_ascii=False, indent=2))
    return int("problems" in told)


def understood(wanted: argparse.Namespace, today: date) -> dict[str, Any]:
    """What the kind makes of the texts: value, shown, spoken and doubts, or the problems, offers and note."""
    kind = KINDS[wanted.kind]
    ask = Ask(
        id="answer",
        kind=wanted.kind,
        ask="答え",
        required=not wanted.optional,
        options=tuple(Option(id, label or id) for id, label in _pairs(wanted.option)),
        limits=_limits(kind.limits, wanted.limit),
        words=words_for(wanted.language),
    )
    typed = _typed(wanted.text, kind.parts(ask), BARE.get(wanted.kind, ""))
    told: dict[str, Any] = {"kind": wanted.kind, "typed": typed}
    try:
        value = kind.read(typed, ask, today)
    except Problems as problems:
        help = problems.help or Assisted(typed)
        return told | {
            "problems": [{"part": found.part, "message": ask.words(found.message)} for found in problems.found],
            "offers": {part: {option.id: option.label for option in options} for part, options in help.offers.items()},
            "note": help.note and ask.words(help.note),
        }
    doubts = kind.doubts(value, ask, today, typed)
    return told | {
        "value": value,
        "shown": kind.show(value, ask, today),
        "spoken": kind.speak(value, ask, today),
        "doubts": [{"part": one.part, "code": one.code, "message": ask.words(one.message)} for one in doubts],
    }


def _typed(texts: Iterable[str], parts: tuple[str, ...], bare: str) -> dict[str, str]:
    """The texts by part; those without one stand together in one box."""
    typed: dict[str, str] = {}
    for text in texts:
        plain = text.encode("utf-8", "replace").decode()
        part, named, rest = plain.partition("=")
        if named and part in parts:
            typed[part] = rest
        else:
            box = bare or parts[0]
            typed[box] = f"{typed[box]} {plain}" if box in typed else plain
    return typed


def _pairs(texts: Iterable[str]) -> list[tuple[str, str]]:
    return [(text.partition("=")[0], text.partition("=")[2]) for text in texts]


def _limits(known: Mapping[str, type], texts: Iterable[str]) -> dict[str, Any]:
    """Limits in the type their kind wants; one without a value is true."""
    limits: dict[str, Any] = {}
    for name, text in _pairs(texts):
        wanted = known.get(name, str)
        limits[name] = (text or "true").lower() == "true" if wanted is bool else wanted(text)
    return limits
