"""Runs: sentences of one line, each of one language, with their places."""

from __future__ import annotations

import pytest

from portal.language.phrases.page import END
from portal.speech.script.runs import Piece, tongue, utterances
from portal.speech.script.seen import page


def told(text: str, language: str = "ja", names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Sentences and their languages of a line."""
    (element,) = page(f"<p>{text}</p>")
    pieces = [Piece(part, text.index(part), "") for part in text.split("|")]
    return [(one.seen, one.language) for one in utterances(element, pieces, language, names)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("山田", "ja"), ("Yamada", "en"), ("〒100", "en"), ("ﾔﾏﾀﾞ", "ja"), ("", "en")],
)
def test_only_a_japanese_voice_reads_japanese(text: str, language: str) -> None:
    assert tongue(text, "en") == language
    assert tongue(text, "ja-simple") == "ja-simple"


def test_a_japanese_voice_reads_foreign_words_among_its_own() -> None:
    assert told("PDFを送れます。") == [("PDFを送れます。", "ja")]


def test_a_japanese_word_in_english_is_said_by_a_japanese_voice() -> None:
    assert told("Bring |住民票| here.", "en") == [("Bring", "en"), ("住民票", "ja"), ("here.", "en")]


def test_a_known_name_is_no_foreign_word() -> None:
    assert told("山田 花子", "en", names=("山田 花子",)) == [("山田 花子", "en")]


def test_spaces_that_nobody_sees_are_left_out_and_places_kept() -> None:
    (element,) = page("<p>a  b</p>")
    (one,) = utterances(element, [Piece("a  b", 0, "")], "en", ())
    assert (one.seen, one.start, one.end, one.places) == ("a b", 0, 4, (0, 1, 3))


def test_a_chinese_voice_reads_kanji_but_no_kana() -> None:
    assert tongue("请填写姓名", "zh-Hans") == "zh-Hans"
    assert tongue("ふりがな", "zh-Hant") == "ja"
    assert tongue("役所", "ko") == "ja"
    assert tongue("관공서", "ko") == "ko"


def test_the_end_of_a_phrase_is_not_said_and_places_count_it() -> None:
    (element,) = page(f"<p>写しを{END}見る{END}。</p>")
    (one,) = utterances(element, [Piece(element.text, 0, "")], "ja", ())
    assert (one.seen, one.start, one.end, one.places) == ("写しを見る。", 0, 8, (0, 1, 2, 4, 5, 7))
