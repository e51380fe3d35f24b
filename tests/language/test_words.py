"""Words: Japanese is the source, every other language a catalogue; values are filled, words in words told too."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal

from portal.language.words import CODES, LANGUAGES, InLanguages, Say, meant, say, words_for


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
    assert [language.own_name for language in LANGUAGES][:4] == ["日本語", "やさしい日本語", "English", "简体中文"]
    assert len({language.own_name for language in LANGUAGES}) == len(CODES) == 12
    assert Say("x") == say("x")
    with pytest.raises(KeyError):
        words_for("tlh")


@pytest.mark.parametrize(
    ("language", "listed", "beside", "figure"),
    [
        ("ja", "山田、川口", "銀行（0001）", "100,000"),
        ("en", "山田, 川口", "銀行 (0001)", "100,000"),
        ("zh-Hans", "山田，川口", "銀行（0001）", "100,000"),
        ("ko", "山田, 川口", "銀行(0001)", "100,000"),
        ("vi", "山田, 川口", "銀行 (0001)", "100.000"),
        ("id", "山田, 川口", "銀行 (0001)", "100.000"),
    ],
)
def test_signs_between_words_and_in_numbers_are_the_languages_own(
    language: str, listed: str, beside: str, figure: str
) -> None:
    words = words_for(language)
    assert words.listed(["山田", "", "川口"]) == listed
    assert words.in_brackets("銀行", "0001") == beside
    assert words.in_brackets("銀行", "") == "銀行"
    assert words.figure(100_000) == figure


def test_a_word_of_two_meanings_is_told_by_what_it_is_of() -> None:
    slow = meant("声の速さ", "ゆっくり")
    assert [words_for(code)(slow) for code in ("ja", "en")] == ["ゆっくり", "Slow"]
    assert words_for("en")("ゆっくり") == "Slower"
    assert words_for("en")(meant("何か", "まだ だれも訳していない")) == "まだ だれも訳していない"


@pytest.mark.parametrize("language", CODES)
def test_digits_are_grouped_as_cldr_has_it(language: str) -> None:
    locale = {"ja-simple": "ja", "tl": "fil"}.get(language, language.replace("-", "_"))
    for number in (0, 7, 100, 999, 1_000, 10_050, 100_000, 1_234_567, 1_000_000_000):
        assert words_for(language).figure(number) == format_decimal(number, locale=locale)


def test_words_with_others_beside_them_are_told_by_these() -> None:
    both = InLanguages("はじめのページへ", {"en": "Home, as the town says"})
    assert words_for("en")(both) == words_for("en").marked(both) == "Home, as the town says"
    assert words_for("ko")(both) == words_for("ko")("はじめのページへ") != "はじめのページへ"
    assert words_for("ja")(both) == "はじめのページへ"
    assert words_for("en")(say("{what}", what=Say(both))) != both
    assert words_for("en")("はじめのページへ") != "Home, as the town says", "nothing of a town is kept for others"
