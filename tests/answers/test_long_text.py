"""Texts of several lines."""

from __future__ import annotations

import pytest

from tests.answers.given import read, refused, shown, told


@pytest.mark.parametrize("typed", ["一行\r\n二行", "一行\n二行\n\n", "　一行\r二行"])
def test_line_breaks_are_kept_in_one_form(typed: str) -> None:
    assert read("long_text", typed) == "一行\n二行"
    assert shown("long_text", "一行\n二行") == ("一行", "二行")


def test_the_length_counts_letters_as_readers_see_them() -> None:
    assert read("long_text", "葛\U000e0100" * 5, limits={"most": 5})
    message = told(refused("long_text", "あ" * 6, limits={"most": 5}))["value"]
    assert "5文字まで" in message
    assert "いまは6文字" in message
