"""Every official term is told in one way in each language, and what is not has its reason in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from portal.language.words import OTHERS
from tests.house.test_words import RESIDENTS, said, texts, translated
from tests.house.tree import HOUSE

WRITTEN = [code for code in OTHERS if code not in ("ja-simple", "en")]
"""Languages with a glossary; ja-simple keeps the Japanese term, and English has none yet."""
BESIDE = re.compile(r" ?[(（][^()（）]*[)）]$")
"""The Japanese word that stands in brackets behind a term where a resident looks for it on paper."""


@cache
def glossary(language: str) -> Mapping[str, Any]:
    """A language's terms, the other forms a term may have (`also`), and the reasons of what is told otherwise."""
    read: Mapping[str, Any] = yaml.safe_load((HOUSE / "locales" / language / "glossary.yaml").read_text())
    return read


@cache
def pattern(term: str) -> re.Pattern[str]:
    """A translated term in a sentence: in small or capital letters, in the plural of Spanish and Portuguese."""
    words = [f"{re.escape(word)}(?:es|s)?" for word in BESIDE.sub("", term).split()]
    return re.compile(r"\s".join(words).replace("ão(?:es|s)?", "(?:ão|ões)"), re.IGNORECASE)


def met(message: str, terms: list[str]) -> Iterator[str]:
    """The terms of a message, a longer one before a shorter one that is within it; before ま it is a verb."""
    for term in terms:
        if term in message:
            rest = re.sub(f"{term}(?!ま)", "\0", message)
            if rest != message:
                yield term
            message = rest


def deviations(language: str) -> set[tuple[str, str]]:
    """Each term and the message that tells it otherwise."""
    book = glossary(language)
    terms = sorted(book["terms"], key=len, reverse=True)
    found = set()
    for domain in RESIDENTS:
        for message in filter(lambda one: one.id and all(said(one)), translated(language, domain)):
            source = texts(message)[0]
            for term in met(source, terms):
                forms = (book["terms"][term], *book.get("also", {}).get(term, ()))
                if not all(any(pattern(form).search(told) for form in forms) for told in said(message)):
                    found.add((term, source))
    return found


@pytest.mark.parametrize("language", WRITTEN)
def test_a_term_is_told_in_one_way(language: str) -> None:
    reasons = {(one["term"], one["message"]): one["why"] for one in glossary(language)["reasons"]}
    assert all(reasons.values())
    assert not deviations(language) - reasons.keys(), "tell the term as the glossary does, or give a reason there"
    assert not reasons.keys() - deviations(language), "these reasons are not needed any more"


def test_no_glossary_is_forgotten() -> None:
    assert {path.parent.name for path in (HOUSE / "locales").glob("*/glossary.yaml")} == {*WRITTEN}
