"""What is told outside of the pages of a way: no sentence is left untranslated, and staff read Japanese."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from a11y import finished
from a11y.foreign import foreign, texts, untold
from a11y.papers import to_resident
from a11y.sent import Sent, sent
from a11y.staffs import to_staff
from portal.language.words import SOURCE

SERVICE = "kyufukin"
PRINTED = "printed"
"""Papers as they leave the press, with the words that were looked at as papers and as what staff get."""
FOR_ANOTHER = {"filer": "proxy", "proxy-kind": "carer", "lives-alone": "yes", "identity-way": "post"}
"""A way after which there is something to be told of everything: of a helper, of a person to be asked."""


class Left(NamedTuple):
    """Words that are in the wrong language, and in what of which kind they stand."""

    kind: str
    name: str
    words: str


@dataclass
class Looked:
    """What was looked through of a language: how many of each kind, what is amiss, and how many texts staff see in the
    language itself, beside the Japanese.
    """

    pieces: Counter[str] = field(default_factory=Counter)
    left: list[Left] = field(default_factory=list)
    beside: int = 0


def unpaged(language: str) -> Looked:
    """All of a language, of an application that is sent for it."""
    with sent(SERVICE, FOR_ANOTHER, language) as application:
        return looked(application)


def looked(sent: Sent) -> Looked:
    """All that is told of an application."""
    language, found = sent.about.case.language, Looked()
    for kind, name, html in to_resident(sent):
        found.pieces[kind] += 1
        found.left += (Left(kind, name, words) for words in foreign(language, texts(html, language)))
    for kind, name, html in to_staff(sent):
        found.pieces[kind] += 1
        told = texts(html, SOURCE, answers=True)
        ours = [text for tongue, text in told if tongue != language or language == SOURCE]
        found.beside += len(told) - len(ours)
        found.left += (Left(kind, name, words) for text in ours for words in untold(language, text))
    for paper in finished.papers(sent):
        found.pieces[PRINTED] += 1
        found.left += (Left(PRINTED, paper.name, words) for words in finished.amiss(paper))
    return found
