"""Names, kept byte for byte."""

from __future__ import annotations

import pytest

from portal.answers import KINDS
from portal.answers.person_name import kana, spoken, written
from portal.answers.typed_name import MOST
from portal.language.words import words_for
from tests.answers.given import TODAY, ask, read, refused, shown, told
from tests.answers.given import spoken as heard


def name(
    family: str = "山田", given: str = "正二", family_kana: str = "やまだ", given_kana: str = "しょうじ"
) -> dict[str, str]:
    """The four boxes."""
    return {"family": family, "given": given, "family_kana": family_kana, "given_kana": given_kana}


VERBATIM = {
    "a ladder 高": "髙橋",
    "a variant by selector": "葛\U000e0100城",
    "a compatibility kanji": "神\ufa19",
    "beyond the first plane": "𠮷田",
    "wide letters": "ＳＭＩＴＨ",
    "kana with a loose mark": "か\u3099",
    "a long foreign name": "Wolfeschlegelsteinhausenbergerdorff",
    "Vietnamese": "Nguyễn",
    "Arabic": "محمد",
    "Korean": "김",
    "spaces inside": "de la  Cruz",
}


@pytest.mark.parametrize("family", VERBATIM.values(), ids=VERBATIM.keys())
def test_a_name_is_kept_as_it_was_typed(family: str) -> None:
    assert read("person_name", name(f"　{family} "))["family"] == family


READINGS = {
    "hiragana": ("やまだ", "しょうじ"),
    "katakana": ("ヤマダ", "ショウジ"),
    "half width": ("ﾔﾏﾀﾞ", "ｼｮｳｼﾞ"),
    "mixed with spaces": (" やマﾀﾞ ", "　しょうジ"),
}


@pytest.mark.parametrize(("family", "given"), READINGS.values(), ids=READINGS.keys())
def test_a_reading_in_any_kana(family: str, given: str) -> None:
    kept = read("person_name", name(family_kana=family, given_kana=given))
    assert (kept["family_kana"], kept["given_kana"]) == ("ヤマダ", "ショウジ")


def test_one_name_is_enough() -> None:
    kept = read("person_name", name("Suharto", "", "スハルト", ""))
    assert written(kept) == "Suharto"
    assert kana(kept) == "スハルト"


def test_a_name_in_kana_is_its_own_reading() -> None:
    assert read("person_name", name("いとう", "さくら", "", "")) == {
        "family": "いとう",
        "given": "さくら",
        "family_kana": "イトウ",
        "given_kana": "サクラ",
    }


def test_a_name_in_latin_letters_needs_no_reading() -> None:
    kept = read("person_name", name("Smith", "John", "", ""))
    assert kana(kept) == ""
    assert heard("person_name", kept) == "Smith John"


AMISS = {
    "no family name": (name(family=""), {"family"}),
    "no readings": (name(family_kana="", given_kana=""), {"family_kana", "given_kana"}),
    "kanji as a reading": (name(family_kana="山田"), {"family_kana"}),
    "Latin letters as a reading": (name("Smith", "John", "Smith", "ジョン"), {"family_kana"}),
    "far too long": (name("山" * (MOST + 1)), {"family"}),
    "nothing at all": (name("", "", "", ""), {"family"}),
}


@pytest.mark.parametrize(("typed", "parts"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: dict[str, str], parts: set[str]) -> None:
    assert set(told(refused("person_name", typed))) == parts


def test_doubts_are_about_the_box_they_concern() -> None:
    found = KINDS["person_name"].doubts(read("person_name", name("〓橋", "花2")), ask("person_name"), TODAY)
    assert [(doubt.part, doubt.code) for doubt in found] == [("family", "name-placeholder"), ("given", "name-signs")]


def test_problems_stand_in_reading_order() -> None:
    assert list(told(refused("person_name", name("", "正二", "", "")))) == ["family", "given_kana"]


def test_those_who_do_not_know_kana_may_leave_it_empty() -> None:
    messages = told(refused("person_name", name("Smith", "John", "Smith", "")))
    assert "空のままで" in messages["family_kana"]


def test_foreign_voices_hear_latin_letters() -> None:
    kept = read("person_name", name())
    assert spoken(kept, words_for("en")) == "Yamada Shouji"
    assert spoken(kept, words_for("ja")) == "ヤマダ ショウジ"
    assert shown("person_name", kept) == ("山田　正二", "ヤマダ　ショウジ")
