"""Glue: every sentence that may be said between a page's own is published ahead."""

from __future__ import annotations

from portal.language.words import LANGUAGES, words_for
from portal.speech.script import glue


def test_every_sentence_that_can_be_said_is_named() -> None:
    for language in LANGUAGES:
        words = words_for(language.code)
        every = set(glue.every(words))
        assert {words(glue.one_of(3)), words(glue.place(glue.MOST)), words(glue.way(2, glue.QUESTIONS))} <= every
        assert not [text for text in every if "{" in text]


def test_the_last_question_is_called_so() -> None:
    assert glue.way(4, 4) is glue.LAST
    assert words_for("ja")(glue.way(3, 4)) == "4問のうち、3問めです。"


def test_a_button_says_what_it_does() -> None:
    words = words_for("ja")
    assert "「次へ」" in glue.about("次へ", words)
    assert glue.about("足す", words) == ""
