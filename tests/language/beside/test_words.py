"""Words that carry the Japanese beside them."""

from __future__ import annotations

from datetime import date

import pytest

from portal.language.beside.signs import chosen, japanese
from portal.language.dates import shown
from portal.language.words import say, words_for


def test_a_sentence_and_what_is_filled_into_it_are_told_in_both() -> None:
    words = words_for("vi+ja")
    told = words("{one}、{other}", one=say("1月"), other="Nguyễn")
    assert (chosen(told), japanese(told)) == ("tháng 1, Nguyễn", "1月、Nguyễn")
    assert words.language == "vi"


def test_dates_numbers_and_lists_are_told_as_each_language_tells_them() -> None:
    words = words_for("id+ja")
    day = shown(date(1935, 4, 1), words)
    assert japanese(day) == shown(date(1935, 4, 1), words_for("ja"))
    assert chosen(day) == shown(date(1935, 4, 1), words_for("id"))
    assert (chosen(words.figure(100_000)), japanese(words.figure(100_000))) == ("100.000", "100,000")
    assert japanese(words.listed(["a", "b"])) == "a、b"


def test_only_languages_of_the_portal_have_words() -> None:
    with pytest.raises(KeyError):
        words_for("xx+ja")
