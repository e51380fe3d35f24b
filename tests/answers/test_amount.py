"""Amounts as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers.given import read, refused, shown, spoken, told

READ: dict[str, tuple[str, dict[str, Any], int]] = {
    "plain": ("1000", {}, 1000),
    "commas": ("1,000", {}, 1000),
    "ten thousands": ("１０万", {}, 100_000),
    "kanji": ("三千", {}, 3000),
    "with yen": ("3,000円", {}, 3000),
    "with a sign": ("￥3,000", {}, 3000),
    "with a sign and a stroke": ("¥3,000-", {}, 3000),
    "formal": ("金参千円也", {}, 3000),
    "about": ("約3000円くらい", {}, 3000),
    "Japanese commas": ("１、０００円", {}, 1000),
    "yen in letters": ("3,000 YEN", {}, 3000),
    "people by name": ("3名", {"unit": "人"}, 3),
    "people in kana": ("ひとり", {"unit": "人"}, 1),
    "copies by another counter": ("2枚", {"unit": "通"}, 2),
    "anything counted": ("三つ", {"unit": "通"}, 3),
    "nothing": ("なし", {}, 0),
    "people": ("３人", {"unit": "人"}, 3),
    "copies": ("二通", {"unit": "通"}, 2),
    "nought": ("0", {}, 0),
    "least": ("1", {"least": 1, "most": 10}, 1),
    "most": ("10", {"least": 1, "most": 10}, 10),
}


@pytest.mark.parametrize(("typed", "limits", "kept"), READ.values(), ids=READ.keys())
def test_reads_what_people_type(typed: str, limits: dict[str, Any], kept: int) -> None:
    assert read("amount", typed, limits=limits) == kept


AMISS: dict[str, tuple[str, dict[str, Any], str]] = {
    "a word for money": ("たくさん", {}, "「1000」のように、数字だけ"),
    "a word for a number": ("たくさん", {"unit": "通"}, "「2」のように、数字だけ"),
    "a part": ("1.5", {}, "数字だけ"),
    "one or a thousand": ("1.000", {}, "数字だけ"),
    "another counter": ("3円", {"unit": "人"}, "数字だけ"),
    "too few": ("0", {"least": 1, "unit": "通"}, "1通以上"),
    "too many": ("11", {"most": 10, "unit": "通"}, "10通まで"),
    "too much": ("2,000,000", {"most": 1_000_000}, "1,000,000円まで"),
}


@pytest.mark.parametrize(("typed", "limits", "said"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: str, limits: dict[str, Any], said: str) -> None:
    assert said in told(refused("amount", typed, limits=limits))["value"]


def test_counted_as_people_count() -> None:
    assert shown("amount", 4, limits={"unit": "人"}) == ("4人",)
    assert spoken("amount", 4, limits={"unit": "人"}) == "ヨニン"
    assert spoken("amount", 1, limits={"unit": "通"}) == "イッツウ"


def test_nought_is_an_answer() -> None:
    assert shown("amount", 0) == ("0円",)
    assert spoken("amount", 0) == "ゼロエン"


def test_english() -> None:
    (line,) = shown("amount", 100_000, language="en")
    assert "100,000" in line
    assert "円" not in line
