"""Refusals at the desk: each in plain words, with what to do next, in both languages."""

from __future__ import annotations

import pytest

from portal.desk.refusals import WORDS, told
from portal.language.words import AT_THE_DESK, words_for


@pytest.mark.parametrize("language", AT_THE_DESK)
@pytest.mark.parametrize("reason", WORDS)
def test_says_what_happened_and_what_to_do(reason: str, language: str) -> None:
    found = told(words_for(language), reason)
    assert found["title"]
    assert found["lines"]
    assert found != told(words_for(language), "400") or reason == "400"


def test_an_unknown_reason_is_told_as_a_broken_form() -> None:
    assert told(words_for("ja"), "418") == told(words_for("ja"), "400")
