"""Words: Japanese is the source, every other language a catalogue; values are filled, words in words told too."""

from __future__ import annotations

import pytest

from portal.language.words import CODES, LANGUAGES, Say, say, words_for


def test_japanese_needs_no_catalogue() -> None:
    assert words_for("ja")("{n}人", n=3) == "3人"
    assert words_for("ja")("") == ""


def test_another_language_translates_and_fills() -> None:
    english = words_for("en")
    assert english(say("はじめのページへ")) != "はじめのページへ"
    assert english("どこにも書いていない文") == "どこにも書いていない文"


def test_words_in_words_are_told_in_the_same_language() -> None:
    inner = say("はじめのページへ")
    for code in CODES:
        words = words_for(code)
        assert words(say("「{what}」", what=inner)) == f"「{words(inner)}」"


def test_braces_typed_by_a_resident_are_left_alone() -> None:
    assert words_for("ja")("{name}さん", name="{x}") == "{x}さん"


def test_the_number_decides_the_form() -> None:
    assert words_for("ja").count("{n}通", "{n}通", 2) == "2通"


def test_each_language_says_its_own_name_and_only_known_ones_are_spoken() -> None:
    assert [language.own_name for language in LANGUAGES] == ["日本語", "やさしい日本語", "English"]
    assert Say("x") == say("x")
    with pytest.raises(KeyError):
        words_for("tlh")
