"""Yes or no."""

from __future__ import annotations

import pytest

from tests.answers.given import read, refused, shown, told


def test_yes_and_no() -> None:
    assert read("yes_no", "yes") is True
    assert read("yes_no", "no") is False
    assert shown("yes_no", False) == ("いいえ",)


@pytest.mark.parametrize(("typed", "kept"), [("はい", True), ("ハイ", True), ("いいえ", False), (" ＮＯ ", False)])
def test_in_words(typed: str, kept: bool) -> None:
    assert read("yes_no", typed) is kept


@pytest.mark.parametrize("typed", ["", "maybe", "はいいいえ", "on"])
def test_only_yes_or_no(typed: str) -> None:
    assert "「はい」か「いいえ」" in told(refused("yes_no", typed))["value"]
