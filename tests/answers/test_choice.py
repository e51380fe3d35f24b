"""One of several."""

from __future__ import annotations

import pytest

from portal.answers.choice import label
from tests.answers.given import ask, options, read, refused, shown, told

BOTH = options(self="本人", proxy="代理の人")


def test_an_option_is_kept_by_its_id() -> None:
    assert read("choice", "proxy", options=BOTH) == "proxy"
    assert shown("choice", "proxy", options=BOTH) == ("代理の人",)


@pytest.mark.parametrize("typed", ["", "else", "本人"])
def test_only_what_is_offered_can_be_chosen(typed: str) -> None:
    assert "一つ選んで" in told(refused("choice", typed, options=BOTH))["value"]


def test_an_option_the_question_no_longer_has_is_named_by_its_id() -> None:
    assert label("gone", ask("choice", options=BOTH)) == "gone"
