"""Signs that carry the Japanese along with the words."""

from __future__ import annotations

import pytest

from portal.language.beside.signs import chosen, has_pair, japanese, pair, places, ruby, trimmed


def test_each_side_comes_out_again_whatever_it_was_put_into() -> None:
    name = pair("Kasumigahama", "かすみがはま市")
    told = pair(f"Sent to {name}.", f"{name}に送りました。") + " 090-1"
    assert (chosen(told), japanese(told)) == ("Sent to Kasumigahama. 090-1", "かすみがはま市に送りました。 090-1")


def test_what_is_the_same_in_both_is_told_once() -> None:
    assert pair("1234", "1234") == "1234"
    assert not has_pair(pair("", "なにか"))


def test_lines_stay_lines() -> None:
    told = pair("Bring:\n・a card", "持ってくるもの:\n・カード").split("\n")
    assert [chosen(line) for line in told] == ["Bring:", "・a card"]
    assert [japanese(line) for line in told] == ["持ってくるもの:", "・カード"]


def test_the_end_of_both_sentences_is_trimmed() -> None:
    told = trimmed(pair("I agree.", "同意します。"), "。.")
    assert (chosen(told), japanese(told)) == ("I agree", "同意します")


@pytest.mark.parametrize("broken", ["\ufdd0a\ufdd1b", "\ufdd2\ufdd1", "\ufdd0\ufdd0a\ufdd1b\ufdd2"])
def test_signs_that_are_not_whole_are_left_out(broken: str) -> None:
    assert not {*"\ufdd0\ufdd1\ufdd2"} & {*chosen(broken), *japanese(broken)}


def test_each_letter_that_is_seen_has_its_place_and_a_run_of_kanji_one() -> None:
    text = "お" + ruby("住民", "じゅうみん") + "の"
    assert places(text) == [0, 1, -1, text.index("の")]
