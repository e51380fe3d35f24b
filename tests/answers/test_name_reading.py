"""Furigana from the kanji: a suggestion for empty boxes, never over what was typed, never taken unseen."""

from __future__ import annotations

import pytest

from portal.answers import KINDS
from portal.answers.answer_type import Assisted
from portal.language.kana import katakana
from portal.language.words import words_for
from tests.answers.given import TODAY, ask, read, refused
from tests.answers.tabled import rows

HARD = 0.7
"""The table is of names people trip over, and some of its readings are mistyped on purpose."""
KANA = ("family_kana", "given_kana")


def helped(kind: str = "person_name", **typed: str) -> Assisted:
    """The page after the button."""
    return KINDS[kind].assist(typed, ask(kind), "find")


def note(page: Assisted) -> str:
    """What the page says, in Japanese."""
    assert page.note
    return words_for("ja")(page.note)


SUGGESTED = {
    "two boxes": ({"family": "山田", "given": "花子"}, ("やまだ", "はなこ")),
    "a ladder 高": ({"family": "髙橋", "given": "勝"}, ("たかはし", "まさる")),
    "a standing 崎": ({"family": "濵﨑", "given": "實"}, ("はまざき", "みのる")),
    "a selector": ({"family": "葛\U000e0100城", "given": "一"}, ("かつらぎ", "はじめ")),
    "beyond the first plane": ({"family": "𠮷田", "given": "正二"}, ("よしだ", "しょうじ")),
    "all in one box": ({"family": "山田　花子"}, ("やまだ", "はなこ")),
    "様 written on": ({"family": "山田", "given": "花子様"}, ("やまだ", "はなこ")),
    "half the reading there": ({"family": "角田", "given": "花子", "family_kana": "かくだ"}, ("かくだ", "はなこ")),
    "in the Okinawan way": ({"family": "比嘉", "given": "陽子"}, ("ひが", "ようこ")),
    "a given name in kana": ({"family": "東海林", "given": "さだお"}, ("しょうじ", "")),
}


@pytest.mark.parametrize(("typed", "kana"), SUGGESTED.values(), ids=SUGGESTED.keys())
def test_empty_boxes_are_filled(typed: dict[str, str], kana: tuple[str, str]) -> None:
    page = helped(**typed)
    assert tuple(page.typed.get(part, "") for part in KANA) == kana
    assert {part: page.typed[part] for part in typed} == typed, "what was typed stays"
    assert "これでよいですか" in note(page)
    assert page.focus in KANA
    assert page.typed[page.focus] not in typed.values(), "one goes on where something was filled in"
    read("person_name", page.typed)


OTHERWISE = {
    "nothing typed": ({}, "名前を書いて", "family"),
    "an unknown name": ({"family": "龘龘", "given": "龘龘"}, "わかりませんでした", "family_kana"),
    "both in one box without a space": ({"family": "髙橋花子"}, "分けて書いてください", "family"),
    "half of it known": ({"family": "山田", "given": "龘龘"}, "残りを書いて", "family_kana"),
    "something else in the boxes": ({"family": "山田", "family_kana": "yamda"}, "もう書いてあります", "family_kana"),
    "a reading already": ({"family": "山田", "family_kana": "ヤマタ"}, "このままで", "family_kana"),
    "a name in kana": ({"family": "やまだ", "given": "はなこ"}, "このままで", "family_kana"),
    "Latin letters": ({"family": "Smith", "given": "John"}, "このままで", "family_kana"),
    "a text far too long": ({"family": "山" * 2000}, "名前を書いて", "family"),
}


@pytest.mark.parametrize(("typed", "said", "focus"), OTHERWISE.values(), ids=OTHERWISE.keys())
def test_says_kindly_why_not(typed: dict[str, str], said: str, focus: str) -> None:
    page = helped(**typed)
    assert said in note(page)
    assert page.focus == focus
    assert {part: page.typed[part] for part in typed} == typed


def test_a_person_of_a_household_has_the_button_too() -> None:
    page = helped("household", family="山田", given="太郎", relation="child")
    assert (page.typed["family_kana"], page.typed["given_kana"], page.typed["relation"]) == (
        "やまだ",
        "たろう",
        "child",
    )
    assert KINDS["household"].assist({"family": "山田"}, ask("household"), "other").typed == {"family": "山田"}


def test_missing_readings_are_offered_and_not_taken() -> None:
    typed = {"family": "山田", "given": "花子", "family_kana": "", "given_kana": ""}
    help = refused("person_name", typed).help
    assert help
    assert help.typed == typed, "the boxes stay empty"
    assert "「やまだ　はなこ」と読みますか" in note(help)
    assert refused("household", typed).help == help
    assert refused("person_name", {**typed, "family": "龘", "given": "龘"}).help is None


def test_the_names_of_the_table_are_read_as_their_bearers_do(capsys: pytest.CaptureFixture[str]) -> None:
    """Each name of the table whose bearer told a reading, with the reading left out."""
    result: dict[str, bool] = {}
    for row in rows("names"):
        if row.amiss is None and row.kept and not row.doubts:
            value = read("person_name", row.typed)
            for part, box in zip(("family", "given"), KANA, strict=True):
                page = helped(**{"family": "山田", part: value[part]})
                if suggested := page.typed.get(box):
                    result[value[part] + value[box]] = katakana(suggested) == value[box]
    share = sum(result.values()) / len(result)
    with capsys.disabled():
        print(f"\nreadings: {len(result)} names, {share:.0%} as their bearers read them")
    assert share >= HARD, [name for name, right in result.items() if not right]


SLIPPED = {
    "a voicing mark too many": ("高橋", "たかばし", ["reading-unusual"]),
    "fewer kana than kanji": ("山田", "や", ["reading-unusual"]),
    "a small kana written large": ("東海林", "しようじ", ["reading-unusual"]),
    "two kana changed round": ("渡辺", "わなたべ", ["reading-unusual"]),
    "an old form of the kanji": ("髙橋", "たかはつ", ["reading-unusual"]),
    "as most people read it": ("高橋", "たかはし", []),
    "one of two readings": ("中島", "なかしま", []),
    "a long sound with a dash": ("大野", "おーの", []),
    "nothing like it": ("高橋", "さとう", []),
    "a name nobody knows": ("𠮷𠮷", "よし", []),
}


@pytest.mark.parametrize(("family", "kana", "codes"), SLIPPED.values(), ids=SLIPPED.keys())
def test_a_slip_in_the_reading_is_asked_about(family: str, kana: str, codes: list[str]) -> None:
    typed = {"family": family, "given": "花子", "family_kana": kana, "given_kana": "はなこ"}
    found = KINDS["person_name"].doubts(read("person_name", typed), ask("person_name"), TODAY)
    assert [doubt.code for doubt in found] == codes
