"""What is amiss with a translation: what a program can see, each with what to do about it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from portal.language.translating.glossary import Glossary
from portal.language.translating.messages import Told
from portal.language.words import EASY

VALUES = re.compile(r"\{(\w+)\}")
NAMED = re.compile("「([^「」]+)」")
QUOTED = re.compile('[「“"]([^「」“”"]+)[」”"]')
TYPED = {
    "わからない": "a sign that every keyboard has, or a word of the reader's own: see `untold`",
    "なし": "a word of the reader's own: see `untold`",
    "元": "other languages count the first year as 1",
}
"""Words in quotation marks that are typed, not pressed, and why they need not be those of a message."""
MARKS = {*"｜《》"}
MARKUP = re.compile("[<>&]")
HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Signs nobody sees (Unicode's categories): they turn lines round, or are an accident."""
JOINERS = {"\n", "\u200c", "\u200d"}
"""Those that belong: ends of lines, and what joins or parts letters in Nepali."""
MOST = 4000
"""Signs of one translation; the longest Japanese message has 400."""


class Fault(NamedTuple):
    """One thing to mend: its kind, and in words what is wrong and what to do."""

    kind: str
    words: str


@dataclass(frozen=True)
class Judge:
    """Knows what a language calls its buttons and terms. `called` is each message and its translation."""

    language: str
    called: Mapping[str, str]
    glossary: Glossary = field(default_factory=Glossary)

    def faults(self, told: Told) -> Iterator[Fault]:
        """Everything amiss with a message that is translated, each fault once."""
        found = (fault for one in told.translation for fault in self._of(told, one))
        yield from dict.fromkeys(found)

    def _of(self, told: Told, one: str) -> Iterator[Fault]:
        source = told.source[0]
        yield from _values(told, one)
        yield from _signs(source, one)
        for name in NAMED.findall(source):
            if name in self.called and name not in TYPED and self.called[name] not in QUOTED.findall(one):
                yield Fault("button", f"「{name}」 is called “{self.called[name]}”: write it so, in quotation marks")
        for term in self.glossary.otherwise(source, one):
            if (term, source) not in self.glossary.reasons:
                yield Fault("glossary", f"{term} is called “{self.glossary.terms[term]}” by the glossary")
        if self.language != EASY:
            yield from _foreign(source, one)


def _values(told: Told, one: str) -> Iterator[Fault]:
    wanted = {value for text in told.source for value in VALUES.findall(text)}
    given = {*VALUES.findall(one)}
    if missing := sorted(wanted - given):
        yield Fault("values", f"{', '.join(f'{{{name}}}' for name in missing)} is missing: it is filled in later")
    if more := sorted(given - wanted):
        yield Fault("values", f"{', '.join(f'{{{name}}}' for name in more)} is not in the Japanese: leave it out")
    if {*"{}"} & {*VALUES.sub("", one)}:
        yield Fault("values", "{ or } stands alone: only the Japanese text's own {names} may stand in braces")


def _signs(source: str, one: str) -> Iterator[Fault]:
    if Counter(MARKUP.findall(one)) != Counter(MARKUP.findall(source)):
        yield Fault("markup", "<, > and & stand where they stand in the Japanese, and nowhere else")
    hidden = {sign for sign in one if unicodedata.category(sign) in HIDDEN} - JOINERS - {*source}
    if hidden:
        names = ", ".join(sorted(f"U+{ord(sign):04X}" for sign in hidden))
        yield Fault("signs", f"there is a sign nobody sees ({names}): take it out")
    if len(one) > MOST:
        yield Fault("signs", f"it has {len(one)} signs, at most {MOST}")


def _foreign(source: str, one: str) -> Iterator[Fault]:
    if (source.count("\n"), source.count("\n・")) != (one.count("\n"), one.count("\n・")):
        yield Fault("lines", "it has other lines than the Japanese: keep each line, and ・ before each thing of a list")
    if MARKS & {*one}:
        yield Fault("marks", "｜《》 mark how Japanese is read: leave them out")
    if "  " in one or one != one.strip():
        yield Fault("spaces", "there is a space too many: at the beginning, at the end, or two together")
