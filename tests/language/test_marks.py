"""Marks of reading: seen plain, heard as marked; what is no whole mark is ordinary text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.catalogue.words import translated
from portal.language.marks import Marked, pieces, plain
from portal.language.words import say, words_for

MARKED = "申請する｜方《かた》は、｜市場《いちば》へ"


def test_people_see_no_marks() -> None:
    assert plain(MARKED) == "申請する方は、市場へ"


def test_a_reading_stands_where_its_word_is_seen() -> None:
    assert pieces(MARKED) == (Marked(4, 5, "かた"), Marked(7, 9, "いちば"))
    assert [plain(MARKED)[one.start : one.end] for one in pieces(MARKED)] == ["方", "市場"]


@pytest.mark.parametrize(
    "text", ["《かた》", "方《かた》", "｜方", "｜方《》", "｜方《kata》", "｜《かた》", "｜方《か\nた》"]
)
def test_half_a_mark_is_ordinary_text(text: str) -> None:
    assert plain(text) == text
    assert pieces(text) == ()


@pytest.mark.parametrize("language", ["ja", "ja-simple", "en"])
def test_words_are_told_plain_and_with_marks_on_request(language: str) -> None:
    words = words_for(language)
    assert words(MARKED) == words(say(MARKED)) == words.count(MARKED, MARKED, 2) == "申請する方は、市場へ"
    assert words.marked(MARKED) == MARKED


def test_marks_typed_by_a_resident_are_left_alone() -> None:
    assert words_for("ja")("｜方《かた》は{name}", name="｜方《かた》") == "方は｜方《かた》"


def test_a_service_is_told_plain() -> None:
    data = {"ask": MARKED, "who": [MARKED], "next": [{"text": MARKED}]}
    plainly = {"ask": plain(MARKED), "who": [plain(MARKED)], "next": [{"text": plain(MARKED)}]}
    assert translated(data, words_for("ja"), {}) == plainly
    assert translated(data, words_for("ja").marked, {}) == data


@given(st.text(alphabet="｜《》方かたカー\nx"))
def test_every_mark_falls_away_and_every_word_stays(text: str) -> None:
    seen = plain(text)
    assert all(0 <= one.start < one.end <= len(seen) for one in pieces(text))
    assert len(text) - len(seen) == sum(3 + len(one.reading) for one in pieces(text))
