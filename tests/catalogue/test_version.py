"""A version: named by its words, told in every language, figures filled in."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from portal.catalogue.version import Version
from tests.catalogue.given import service

DAY = date(2026, 4, 1)


def test_the_same_words_have_the_same_name() -> None:
    one, two = (Version.of("990019", "cash", DAY, service()) for _ in range(2))
    assert one.hash == two.hash
    assert Version.of("990019", "cash", DAY, service(minutes=6)).hash != one.hash


def test_figures_stand_in_the_texts_with_separators() -> None:
    assert Version.of("990019", "cash", DAY, service()).source.summary == "100,000円を受けとる"


def test_questions_are_ready_to_ask() -> None:
    told = Version.of("990019", "cash", DAY, service()).told("ja")
    assert [option.label for option in told.asks["family"].options] == ["子", "夫や妻"]
    assert told.questions["born"].ask == "{applicant}さんの生まれた日"


def test_a_tree_of_the_wrong_shape_is_refused() -> None:
    with pytest.raises(ValidationError):
        Version.of("990019", "cash", DAY, service(title=""))


def test_a_language_nobody_speaks_is_refused() -> None:
    with pytest.raises(KeyError):
        Version.of("990019", "cash", DAY, service()).told("tlh")


def test_what_happens_next_is_told_to_those_it_is_about() -> None:
    some = {"text": "{amount}円の人", "when": {"everyone": True}}
    lines = ["全員", some, {"text": "ほか", "when": {"everyone": False}}]
    version = Version.of("990019", "cash", DAY, service(next=lines))
    assert version.coming("ja", {"everyone": True}.get) == ("全員", "100,000円の人")
    assert version.coming("ja", {"everyone": False}.get) == ("全員", "ほか")
