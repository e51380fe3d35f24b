"""Giving the word, below the pages: what a yes says, and that a record names no person."""

from __future__ import annotations

import json
from datetime import date

import pytest

from portal.cases.principal import giving
from portal.cases.principal.word import YES, Word
from portal.consent.wording import DECLARATION, MANDATE
from tests.consent.given import NOW, VERSION


@pytest.mark.parametrize("language", ["ja", "en", "ja-simple"])
def test_a_yes_is_a_mandate_and_what_everybody_declares(language: str) -> None:
    parts = giving.promised(VERSION, language)
    assert [part.type for part in parts] == [MANDATE, DECLARATION]
    assert parts[0].source[0]["text"] == "この申し込みを、代わりの人に頼みました。"
    assert (parts[0].shown == parts[0].source) == (language == "ja")
    assert len({part.id for part in parts}) == 2
    assert json.dumps([part.hashes for part in parts])


def test_the_last_day_is_a_day() -> None:
    assert giving.last_day(Word(YES, NOW, "link", same_device=False, bundle={}, until="2027-05-23")) == date(
        2027, 5, 23
    )
