"""Contexts: words with two readings; every rule's own sentences are read as it says."""

from __future__ import annotations

import pytest

from portal.speech.normal.contexts import contexts, rules
from portal.speech.normal.piece import Piece
from tests.speech.reading.conftest import Kana, kana, voice

__all__ = ["kana", "voice"]


@pytest.mark.parametrize(("seen", "read"), [pair for rule in rules() for pair in rule.so.items()])
def test_a_sentence_is_read_as_its_rule_says(seen: str, read: str, kana: Kana) -> None:
    assert kana(seen) == read


def test_only_the_word_is_a_piece() -> None:
    assert next(iter(contexts("東の方へ"))) == Piece(2, 3, "ほう")
