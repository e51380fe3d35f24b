"""Preferences: one small cookie, buttons that only do what they say."""

from __future__ import annotations

import pytest

from portal.preferences import DEFAULT, Preferences, accepted, from_cookie, is_wish


@pytest.mark.parametrize(
    ("wish", "wanted"),
    [
        ("text:200", Preferences(text=200)),
        ("contrast:dark", Preferences(contrast="dark")),
        ("language:en", Preferences(language="en")),
        ("text:201", DEFAULT),
        ("contrast:pink", DEFAULT),
        ("language:tlh", DEFAULT),
        ("text:２００", DEFAULT),
        ("next", DEFAULT),
        ("", DEFAULT),
    ],
)
def test_a_button_changes_one_thing_or_nothing(wish: str, wanted: Preferences) -> None:
    assert DEFAULT.changed(wish) == wanted


def test_the_cookie_comes_back_as_it_went() -> None:
    chosen = Preferences(300, "high", "ja-simple")
    assert from_cookie(chosen.cookie) == chosen


@pytest.mark.parametrize("broken", [None, "", "x", "100", "..", "9999.dark.en;drop", "a.b.c.d.e"])
def test_a_broken_cookie_harms_nobody(broken: str | None) -> None:
    assert from_cookie(broken).text == 100


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ja,en-US;q=0.7,en;q=0.3", "ja"),
        ("en-GB,en;q=0.9", "en"),
        ("fr, en;q=0.5", "en"),
        ("en;q=0.1, ja;q=0.9", "ja"),
        ("pt-BR", "ja"),
        ("", "ja"),
        ("en;q=x", "en"),
    ],
)
def test_the_browsers_language_is_heard(header: str, language: str) -> None:
    assert accepted(header) == language


def test_wishes_are_told_from_answers() -> None:
    assert is_wish("text:150")
    assert not is_wish("next")
