"""Wording: the words as shown and the Japanese they stand for, each with its hash."""

from __future__ import annotations

from portal.consent.wording import digest, wording
from tests.journey.given import VERSION


def test_the_hash_is_of_canonical_json() -> None:
    # SHA-256 of {"a":"あ","b":1} as RFC 8785 writes it.
    assert digest({"b": 1, "a": "あ"}) == digest({"a": "あ", "b": 1})
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_shown_words_and_source_are_told_apart() -> None:
    said = wording(VERSION, "ja")
    assert said.shown["act"] == "申しこみます"
    assert said.hash == said.source_hash
