"""Lines: which words belong together, and what ends a line."""

from __future__ import annotations

import pytest

from portal.speech.script.lines import flat, is_pressed, items, lang_of
from portal.speech.script.runs import Piece
from portal.speech.script.seen import Element, page


def first(html: str) -> Element:
    """The outermost element."""
    return page(html)[0]


def test_words_keep_their_places_past_what_is_hidden() -> None:
    found = list(items(first("<p>あ<span hidden>いい</span>う<br>え</p>"), 0, ""))
    assert found == [Piece("あ", 0, ""), Piece("う", 3, ""), None, Piece("え", 4, "")]


def test_a_word_in_another_language_says_so() -> None:
    found = list(items(first('<p>See <bdi lang="ja">住所</bdi>.</p>'), 0, "en"))
    assert found == [Piece("See ", 0, "en"), Piece("住所", 4, "ja"), Piece(".", 6, "en")]


def test_a_button_stands_alone() -> None:
    found = list(items(first("<p>前<button>押す</button>後</p>"), 0, ""))
    assert [isinstance(one, Element) for one in found] == [False, True, False]


@pytest.mark.parametrize(
    ("html", "pressed"),
    [("<button>x</button>", True), ("<a class='go' href='/'>x</a>", True), ("<a href='/'>x</a>", False),
     ("<a class='second' href='tel:1'>x</a>", False), ("<p>x</p>", False)],
)  # fmt: skip
def test_what_is_pressed(html: str, pressed: bool) -> None:
    assert is_pressed(first(html)) is pressed


def test_the_language_of_an_element_is_that_of_the_nearest_that_says_so() -> None:
    inner = next(iter(first('<div lang="en"><p>x</p></div>').elements))
    assert lang_of(inner) == "en"
    assert lang_of(first("<p>x</p>")) == ""


def test_flat_is_one_line() -> None:
    assert flat(first("<p> あ\n <b>い</b>  う </p>")) == "あ い う"
