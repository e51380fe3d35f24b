"""All rules over all texts: what is found, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from a11y.plain import grammar, length, tone, words, writing
from a11y.plain.book import Allowed, allowed
from a11y.plain.level import Level
from a11y.plain.sentence import sentences
from a11y.plain.texts import Text, texts
from a11y.plain.words import About

RULES = {**length.RULES, **grammar.RULES, **tone.RULES, **words.RULES, **writing.RULES}
OFFICIAL = {"L1", "L2", "L4", "L6", "L9", "L10", "L11", "L12"}
"""The rules that hold for words with legal force; all hold for the rest."""


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend."""

    path: str
    line: int
    rule: str
    sentence: str
    instead: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule} 「{self.sentence}」 {self.instead}"


def findings(sources: Mapping[str, str]) -> list[Finding]:
    """Everything found in these files, path from the top of the house → content; each place once."""
    return sorted({*judged(list(texts(sources)), allowed())})


def judged(all_texts: list[Text], book: Allowed) -> Iterator[Finding]:
    """What the rules find in these texts, less what is allowed."""
    for text in all_texts:
        for rule, sentence, instead in in_text(text.text, text.level, book):
            yield Finding(text.path, text.line, rule, sentence, instead)
    for unit, together in _grouped(all_texts):
        yield from _of_unit(unit, together, book)


def in_text(text: str, level: Level, book: Allowed) -> list[tuple[str, str, str]]:
    """What the rules find in the sentences of one text, less what is allowed: (rule, sentence, what to write)."""
    return [
        (rule, sentence, found.instead)
        for sentence, rule, found in _sentences(text, level)
        if not book.excuses(rule, found.word or sentence)
    ]


@cache
def _sentences(text: str, level: Level) -> tuple[tuple[str, str, About], ...]:
    """What each rule finds in each sentence of a text: (sentence, rule, what)."""
    return tuple(
        (sentence.text, name, found if isinstance(found, About) else About(found, ""))
        for sentence in sentences(text)
        for name, rule in RULES.items()
        if level > Level.OFFICIAL or name in OFFICIAL
        for found in rule(sentence, level)
    )


def _grouped(all_texts: Iterable[Text]) -> Iterator[tuple[str, list[Text]]]:
    for unit, together in groupby(sorted(all_texts, key=lambda text: text.unit), key=lambda text: text.unit):
        yield unit, list(together)


def _of_unit(unit: str, together: list[Text], book: Allowed) -> Iterator[Finding]:
    """The rules that look at more than a sentence: terms of a service, signs of a page."""
    level = max(text.level for text in together)
    pages = [("portal" if unit.startswith("portal") else text.page, text.text, text) for text in together]
    for text, found in words.unexplained(pages, level):
        if not book.excuses("L13 explained", found.word):
            yield Finding(text.path, text.line, "L13", text.text, found.instead)
    for page, on_page in groupby(sorted(together, key=lambda text: text.page), key=lambda text: text.page):
        on_page = list(on_page)
        for told in length.page(sum(len(text.text) for text in on_page)):
            yield Finding(on_page[0].path, on_page[0].line, "L15", f"page {page}", told)
