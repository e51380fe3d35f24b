"""`locales status`: of each language, how many messages are translated, guessed, and read by a person.

A reader puts `# reviewed: NAME, DAY` above each message they have read; translators' programs keep such comments.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Any

from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from rich.console import Console
from rich.table import Table

from portal.language.words import LANGUAGES, LOCALES, SOURCE, Language
from portal.settings import Settings

REVIEWED = "reviewed:"
"""How the comment of a message begins that a person has read."""
DOMAINS = ("portal", "services")
BRIEF, LONGER = 8, 4
"""Signs of a Japanese label, and how many times as long a translation may be before it may not fit its button."""


@dataclass(frozen=True)
class Standing:
    """How many messages a language has, and how many of them are what."""

    messages: int
    translated: int
    fuzzy: int
    reviewed: int
    long: int

    @property
    def whole(self) -> bool:
        """Whether nothing is left to translate."""
        return self.translated == self.messages and not self.fuzzy


def add(verbs: Any) -> None:
    """The command's words."""
    status = verbs.add_parser(
        "status",
        help="what is translated and what people have read",
        description="The exit code is 1 where a language is not whole.",
        epilog="example: yorisoi locales status",
    )
    status.set_defaults(run=_status)


def standing(language: str) -> Standing:
    """How far a language is, by its catalogues in locales/. Raises OSError where it has none."""
    found = [message for domain in DOMAINS for message in _read(language, domain) if message.id]
    return Standing(
        len(found),
        sum(all(_texts(message.string)) for message in found),
        sum(message.fuzzy for message in found),
        sum(reviewed(message) for message in found),
        sum(_long(message) for message in found),
    )


def reviewed(message: Message) -> bool:
    """Whether a person has read it."""
    return any(comment.startswith(REVIEWED) for comment in message.user_comments)


def _read(language: str, domain: str) -> list[Message]:
    with (LOCALES / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return list(read_po(file, abort_invalid=True))


def _texts(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _long(message: Message) -> bool:
    label = _texts(message.id)[0]
    return len(label) <= BRIEF and any(len(told) > LONGER * BRIEF for told in _texts(message.string))


def _status(settings: Settings, wanted: argparse.Namespace) -> int:
    table = Table(*("Language", "", "Messages", "Translated", "Fuzzy", "Read by a person", "Long labels"))
    told = [(language, standing(language.code)) for language in LANGUAGES if language.code != SOURCE]
    for language, one in told:
        table.add_row(*_row(language, one))
    Console(highlight=False).print(table)
    return 0 if all(one.whole for _, one in told) else 1


def _row(language: Language, one: Standing) -> tuple[str, ...]:
    figures = (one.messages, one.translated, one.fuzzy, one.reviewed, one.long)
    return language.code, language.own_name, *map(str, figures)
