"""Preferences: one small cookie, buttons that only do what they say."""

from __future__ import annotations

import pytest

from portal.preferences import DEFAULT, Preferences, accepted, from_cookie, is_wish, proposed


@pytest.mark.parametrize(
    ("wish", "wanted"),
    [
        ("text:200", Preferences(text=200)),
        ("contrast:dark", Preferences(contrast="dark")),
        ("language:en", Preferences(language="en")),
        ("aloud:on", Preferences(aloud="on")),
        ("aloud:together", Preferences(aloud="together")),
        ("both:on", Preferences(both=True)),
        ("both:off", DEFAULT),
        ("kana:on", Preferences(kana=True)),
        ("kana:off", Preferences(kana=False)),
        ("both:", DEFAULT),
        ("aloud:off", DEFAULT),
        ("aloud:", DEFAULT),
        ("aloud:loud", DEFAULT),
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
    for chosen in (
        Preferences(300, "high", "ja-simple", "together"),
        Preferences(both=True),
        Preferences(100, "dark", "ne", kana=True),
        Preferences(both=True, kana=False),
    ):
        assert from_cookie(chosen.cookie) == chosen


def test_japanese_stands_beside_other_languages_alone() -> None:
    both = Preferences(both=True)
    assert [both.reads(language) for language in ("vi", "ja", "ja-simple")] == ["vi+ja", "ja", "ja-simple+kana"]
    assert DEFAULT.reads("vi") == "vi"


def test_kana_stand_above_japanese_alone_and_are_no_other_language() -> None:
    kana = Preferences(kana=True)
    assert [kana.reads(language) for language in ("ja", "ja-simple", "vi")] == ["ja+kana", "ja-simple+kana", "vi"]
    assert (kana.also_in("ja"), Preferences(both=True).also_in("vi")) == ("", "ja")


def test_easy_japanese_has_kana_until_somebody_wants_none() -> None:
    assert [DEFAULT.reads(language) for language in ("ja", "ja-simple")] == ["ja", "ja-simple+kana"]
    assert from_cookie("200.dark.ja-simple").reads("ja-simple") == "ja-simple+kana"
    assert from_cookie(DEFAULT.changed("kana:off").cookie).reads("ja-simple") == "ja-simple"
    assert DEFAULT.also_in("ja-simple") == ""


@pytest.mark.parametrize(
    ("header", "chosen", "page", "wanted"),
    [
        ("vi-VN,vi;q=0.9", DEFAULT, "ja", "vi"),
        ("vi-VN,vi;q=0.9", DEFAULT, "vi", ""),
        ("vi-VN,vi;q=0.9", Preferences(language="ja"), "ja", ""),
        ("ja,en;q=0.5", DEFAULT, "en", ""),
        ("fr", DEFAULT, "en", ""),
        ("", DEFAULT, "en", ""),
    ],
)
def test_a_browsers_language_is_proposed_until_one_is_chosen(
    header: str, chosen: Preferences, page: str, wanted: str
) -> None:
    found = proposed(header, chosen, page)
    assert (found.code if found else "") == wanted
    assert found is None or found.text == "Trang này cũng có bản Tiếng Việt."


def test_a_cookie_from_before_read_aloud_still_counts() -> None:
    assert from_cookie("200.dark.en") == Preferences(200, "dark", "en")


def test_read_aloud_can_be_switched_off_again() -> None:
    assert Preferences(aloud="together").together
    assert Preferences(150, aloud="together").changed("aloud:off") == Preferences(150)


@pytest.mark.parametrize("broken", [None, "", "x", "100", "..", "9999.dark.en;drop", "a.b.c.d.e", "...loud"])
def test_a_broken_cookie_harms_nobody(broken: str | None) -> None:
    assert (from_cookie(broken).text, from_cookie(broken).aloud) == (100, "")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ja,en-US;q=0.7,en;q=0.3", "ja"),
        ("en-GB,en;q=0.9", "en"),
        ("fr, en;q=0.5", "en"),
        ("en;q=0.1, ja;q=0.9", "ja"),
        ("pt-PT,en;q=0.5", "pt-BR"),
        ("zh-CN,zh;q=0.9", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-TW,zh;q=0.9", "zh-Hant"),
        ("fil-PH", "tl"),
        ("es-419,es;q=0.9", "es"),
        ("fr", "ja"),
        ("", "ja"),
        ("en;q=x", "en"),
    ],
)
def test_the_browsers_language_is_heard(header: str, language: str) -> None:
    assert accepted(header) == language


def test_wishes_are_told_from_answers() -> None:
    assert is_wish("text:150")
    assert is_wish("aloud:together")
    assert not is_wish("next")
