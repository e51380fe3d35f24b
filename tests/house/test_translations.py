"""A translation keeps what a reader finds on the page: names of buttons and lines of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.house.test_words import OTHERS, RESIDENTS, said, texts, translated

FOREIGN = [code for code in OTHERS if code != "ja-simple"]
NAMED = re.compile("「([^「」]+)」")
QUOTED = re.compile('[「“"]([^「」“”"]+)[」”"]')
OTHERWISE = {
    "わからない": "a sign that every keyboard has, or a word of the reader's own: see `untold`",
    "なし": "a word of the reader's own: see `untold`",
    "元": "other languages count the first year as 1",
}
"""Words in quotation marks that are typed, not pressed, and why they need not be those of a message."""


@cache
def told(language: str) -> dict[str, tuple[str, ...]]:
    """Every message and its translation."""
    every = (message for domain in RESIDENTS for message in translated(language, domain) if message.id)
    return {texts(message)[0]: said(message) for message in every if all(said(message))}


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Each message with each of its translations."""
    return ((source, one) for source, all in told(language).items() for one in all)


@pytest.mark.parametrize("language", OTHERS)
def test_a_button_is_quoted_as_it_is_called(language: str) -> None:
    called = told(language)
    wrong = [
        (source, name, called[name][0])
        for source, one in pairs(language)
        for name in NAMED.findall(source)
        if name in called and name not in OTHERWISE and called[name][0] not in QUOTED.findall(one)
    ]
    assert not wrong


@pytest.mark.parametrize("language", FOREIGN)
def test_lines_and_items_are_kept(language: str) -> None:
    wrong = [
        (source, one)
        for source, one in pairs(language)
        if (source.count("\n"), source.count("\n・")) != (one.count("\n"), one.count("\n・"))
    ]
    assert not wrong


@pytest.mark.parametrize("language", FOREIGN)
def test_marks_of_reading_are_left_to_japanese(language: str) -> None:
    assert not [one for _, one in pairs(language) if {*"｜《》"} & {*one}]


@pytest.mark.parametrize("language", FOREIGN)
def test_spaces_are_no_accident(language: str) -> None:
    assert not [one for _, one in pairs(language) if "  " in one or one != one.strip()]
