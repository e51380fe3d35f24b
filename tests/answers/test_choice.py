"""One of several."""

from __future__ import annotations

import pytest

from portal.answers.choice import label
from tests.answers.given import ask, options, read, refused, shown, told

BOTH = options(self="本人", proxy="代理の人")


def test_an_option_is_kept_by_its_id() -> None:
    assert read("choice", "proxy", options=BOTH) == "proxy"
    assert shown("choice", "proxy", options=BOTH) == ("代理の人",)


@pytest.mark.parametrize("typed", ["", "else", "本", "・"])
def test_only_what_is_offered_can_be_chosen(typed: str) -> None:
    assert "一つ選んで" in told(refused("choice", typed, options=BOTH))["value"]


@pytest.mark.parametrize("typed", ["代理の人", "だいりのひと", " 代理　の人 "])
def test_an_option_may_be_told_by_its_words(typed: str) -> None:
    both = options(self="本人", proxy="代理の人" if "代理" in typed else "だいりの ひと")
    assert read("choice", typed, options=both) == "proxy"


def test_who_does_not_know_may_say_so_where_the_question_lets_them() -> None:
    unsure = {"unsure": True}
    assert read("choice", "unsure", options=BOTH, limits=unsure) == "unsure"
    assert shown("choice", "unsure", options=BOTH, limits=unsure, language="en") == ("I do not know",)
    assert told(refused("choice", "unsure", options=BOTH))
    assert [option.id for option in ask("choice", options=BOTH, limits=unsure).offered] == ["self", "proxy", "unsure"]


def test_an_option_of_ones_own_for_not_knowing_stays_alone() -> None:
    own = options(self="本人", unsure="まだ決めていない")
    assert ask("choice", options=own, limits={"unsure": True}).offered == own


def test_an_option_the_question_no_longer_has_is_named_by_its_id() -> None:
    assert label("gone", ask("choice", options=BOTH)) == "gone"
