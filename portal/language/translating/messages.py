"""Every message of a language: as its catalogues have it, and as a translator's program has it, text by text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from portal.language import words

DOMAINS = ("portal", "services")
"""What residents read, in every language."""
ANY = ""
"""In the place of a domain where a file keeps them together."""
REVIEWED = "reviewed: "
"""How the comment of a message begins that a person has read; NAME, DAY follow."""
ID_SIGNS = 16


@dataclass(frozen=True)
class Told:
    """One message in a language. `source` and `translation` have one text each, or one for each number where it is
    counted; `of` tells which of several meanings it has; `places` are the files it is written in.
    """

    domain: str
    source: tuple[str, ...]
    translation: tuple[str, ...]
    of: str = ""
    places: tuple[str, ...] = ()
    fuzzy: bool = False
    reader: str = ""
    line: int = 0

    @property
    def id(self) -> str:
        """The same for the same Japanese in every language; another when the Japanese changes."""
        return identity(self.domain, self.of, self.source)

    @property
    def translated(self) -> bool:
        """Whether there is a text for each number."""
        return all(self.translation)


class Unreadable(ValueError):
    """A file that is not one of ours, or that nobody should read; `line` is 0 where it is about the whole."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line = line


@dataclass(frozen=True, kw_only=True)
class Unit:
    """`id` is that of the message, with [0], [1] … behind it where it is counted. `read`: a person has read it."""

    id: str
    domain: str
    source: str
    target: str
    read: bool = False
    line: int = 0
    places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Mistake(NamedTuple):
    """Something in a file that keeps it out: the line, and what to do."""

    line: int
    words: str


def identity(domain: str, of: str, source: tuple[str, ...]) -> str:
    """The id of a message: 16 hexadecimal signs of a SHA-256."""
    return hashlib.sha256("\0".join((domain, of, *source)).encode()).hexdigest()[:ID_SIGNS]


def path(language: str, domain: str) -> Path:
    """Where a catalogue lies."""
    return words.LOCALES / language / "LC_MESSAGES" / f"{domain}.po"


def catalogue(language: str, domain: str) -> Catalog:
    """A catalogue of locales/. Raises OSError where there is none."""
    with path(language, domain).open("rb") as file:
        return read_po(file, abort_invalid=True)


def every(language: str) -> tuple[Told, ...]:
    """All messages residents may read, as they stand in the files. Raises OSError for a language without files."""
    return tuple(told for domain in DOMAINS for told in of_catalogue(domain, catalogue(language, domain)))


def of_catalogue(domain: str, catalogue: Catalog) -> Iterator[Told]:
    """The messages of one catalogue."""
    for message in catalogue:
        if message.id:
            yield Told(
                domain,
                texts(message.id),
                texts(message.string),
                message.context or "",
                tuple(place for place, _ in message.locations),
                message.fuzzy,
                reader(message),
                message.lineno or 0,
            )


def reader(message: Message) -> str:
    """NAME, DAY of who has read it, or nothing."""
    comments = [comment for comment in message.user_comments if comment.startswith(REVIEWED)]
    return comments[0].removeprefix(REVIEWED) if comments else ""


def texts(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The text of a message, or its texts where it is counted."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)
