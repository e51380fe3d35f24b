"""The official terms of a language: what each is called everywhere, and why a message may call it otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from portal.language import words

BESIDE = re.compile(r" ?[(（][^()（）]*[)）]$")
"""The Japanese word that stands in brackets behind a term where a resident looks for it on paper."""


@dataclass(frozen=True)
class Glossary:
    """`terms` is Japanese → translation; `also` other forms a term may have; `reasons` tells of a term and a message
    why it is told otherwise; `wide` of a message why it may be wider than its place.
    """

    terms: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, list[str]] = field(default_factory=dict)
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)
    wide: Mapping[str, str] = field(default_factory=dict)

    def within(self, source: str) -> dict[str, str]:
        """The terms of a Japanese sentence and what each is called."""
        return {term: self.terms[term] for term in _met(source, sorted(self.terms, key=len, reverse=True))}

    def otherwise(self, source: str, translation: str) -> Iterator[str]:
        """The terms that a translation does not call what they are called, reasons or not."""
        for term, called in self.within(source).items():
            if not any(_pattern(form).search(translation) for form in (called, *self.also.get(term, ()))):
                yield term


def load(language: str) -> Glossary:
    """The glossary of a language; an empty one where it has none (ja-simple keeps the Japanese terms)."""
    path = words.LOCALES / language / "glossary.yaml"
    if not path.exists():
        return Glossary()
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    reasons = {(one["term"], one["message"]): one["why"] for one in read.get("reasons") or ()}
    return Glossary(read["terms"], read.get("also") or {}, reasons, read.get("wide") or {})


@cache
def _pattern(term: str) -> re.Pattern[str]:
    """A translated term in a sentence: in small or capital letters, in the plural of Spanish and Portuguese."""
    parts = [f"{re.escape(word)}(?:es|s)?" for word in BESIDE.sub("", term).split()]
    return re.compile(r"\s".join(parts).replace("ão(?:es|s)?", "(?:ão|ões)"), re.IGNORECASE)


def _met(message: str, terms: list[str]) -> Iterator[str]:
    """The terms of a message, a longer one before a shorter one that is within it; before ま it is a verb."""
    for term in terms:
        if term in message:
            rest = re.sub(f"{term}(?!ま)", "\0", message)
            if rest != message:
                yield term
            message = rest
