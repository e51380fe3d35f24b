"""Every official term is told in one way in each language, and what is not has its reason in the glossary."""

from __future__ import annotations

import pytest

from portal.language.translating import glossary
from portal.language.translating.messages import every
from portal.language.words import OTHERS
from tests.house.tree import HOUSE

WRITTEN = [code for code in OTHERS if code != "ja-simple"]
"""Languages with a glossary; ja-simple keeps the Japanese terms."""


def deviations(language: str) -> set[tuple[str, str]]:
    """Each term and the message that tells it otherwise."""
    book = glossary.load(language)
    return {
        (term, told.source[0])
        for told in every(language)
        for one in told.translation
        for term in book.otherwise(told.source[0], one)
    }


@pytest.mark.parametrize("language", WRITTEN)
def test_a_term_is_told_in_one_way(language: str) -> None:
    reasons = glossary.load(language).reasons
    assert all(reasons.values())
    assert not deviations(language) - reasons.keys(), "tell the term as the glossary does, or give a reason there"
    assert not reasons.keys() - deviations(language), "these reasons are not needed any more"


def test_no_glossary_is_forgotten() -> None:
    assert {path.parent.name for path in (HOUSE / "locales").glob("*/glossary.yaml")} == {*WRITTEN}
