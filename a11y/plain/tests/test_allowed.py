"""Nothing is allowed that no sentence needs any more, and nothing without a reason."""

from __future__ import annotations

from functools import cache

import pytest

from a11y.plain.book import allowed, terms
from a11y.plain.level import Level
from a11y.plain.lint import in_text, judged
from a11y.plain.texts import Text, texts
from a11y.sources import sources

ENTRIES = [(rule, about) for rule, entries in allowed().entries.items() for about in entries]


@cache
def all_texts() -> list[Text]:
    """Every text of the house."""
    return list(texts(sources()))


@pytest.mark.parametrize(("rule", "about"), ENTRIES)
def test_an_allowance_is_still_needed(rule: str, about: str) -> None:
    left = allowed().without(rule, about)
    said = [text for text in all_texts() if about[:2] in text.text]
    assert [*judged(said, left)] != [*judged(said, allowed())]


@pytest.mark.parametrize(("rule", "about"), ENTRIES)
def test_an_allowance_has_a_reason(rule: str, about: str) -> None:
    assert len(allowed().entries[rule][about].split()) >= 3


@pytest.mark.parametrize("term", terms())
def test_an_official_term_is_in_use(term: str) -> None:
    assert any(term in text.text for text in all_texts())


@pytest.mark.parametrize("term", terms().values(), ids=lambda term: term.word)
def test_an_explanation_is_plain_itself(term) -> None:  # type: ignore[no-untyped-def]
    level = Level.STRICT if term.needs == Level.STRICT else Level.PLAIN
    assert not in_text(term.means, level, allowed())
