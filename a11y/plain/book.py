"""What people decided about words: easier ones, official terms with their meaning, and what was judged good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from a11y.plain.level import Level
from a11y.plain.sentence import Sentence, Word

HERE = Path(__file__).parent
ABOUT_WORDS = {"L7", "L11", "L13"}
WHOLE = {"おじいさん", "おばあさん"}
"""First words that the tokeniser cuts in pieces nobody knows."""


@dataclass(frozen=True)
class Term:
    """An official word that stays, because it stands on paper and cards; `needs` is the level from which on it is
    explained where it first comes."""

    word: str
    means: str
    needs: Level


@dataclass(frozen=True)
class Allowed:
    """What a person judged good, with the reason: rule → word or sentence → why; "names" hold for all word rules."""

    entries: Mapping[str, Mapping[str, str]]

    def excuses(self, rule: str, about: str) -> bool:
        """Whether this word or sentence may stay although the rule found it."""
        if about in self.entries.get(rule, {}):
            return True
        return rule in ABOUT_WORDS and (about in self.entries["names"] or about in terms())

    def without(self, rule: str, about: str) -> Allowed:
        """The same, less one entry."""
        left = {key: why for key, why in self.entries[rule].items() if key != about}
        return replace(self, entries={**self.entries, rule: left})


@cache
def allowed() -> Allowed:
    """What allowed.yaml says."""
    return Allowed(_yaml("allowed.yaml"))


@cache
def terms() -> Mapping[str, Term]:
    """What terms.yaml says."""
    return {
        word: Term(word, means, Level[needs.upper()])
        for needs, words in _yaml("terms.yaml").items()
        for word, means in words.items()
    }


@cache
def _easier() -> Mapping[str, str]:
    return {word: easy for easy, words in _yaml("easier.yaml").items() for word in words}


def easier(word: Word) -> str:
    """An easier word for it, or ""."""
    found = _easier()
    return found.get(word.lemma) or found.get(word.normal) or found.get(word.surface) or ""


def _yaml(name: str) -> dict[str, Any]:
    return yaml.load((HERE / name).read_text(encoding="utf-8"), yaml.CSafeLoader)


@cache
def _lexicon() -> frozenset[str]:
    entries = allowed().entries
    return frozenset(
        {*WHOLE, *terms(), *entries["names"], *(word for rule in ABOUT_WORDS for word in entries.get(rule, {}))}
    )


@cache
def units(sentence: Sentence) -> tuple[Word, ...]:
    """The words of a sentence, official terms and names in one piece however the tokeniser cuts them."""
    words, found = sentence.words, []
    while words:
        size = next((n for n in range(min(8, len(words)), 1, -1) if _joined(words[:n]) in _lexicon()), 1)
        found.append(words[0] if size == 1 else _one(words[:size]))
        words = words[size:]
    return tuple(found)


def _joined(words: tuple[Word, ...]) -> str:
    return "".join(word.surface for word in words)


def _one(words: tuple[Word, ...]) -> Word:
    said = _joined(words)
    reading = "".join(word.reading for word in words)
    return Word(said, said, said, reading, ("名詞", "普通名詞", "一般", "*", "*", "*"))
