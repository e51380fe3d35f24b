"""Where a house number ends and a building begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.answers.house_number import split_building

SPLIT = {
    "a space": ("1-2-3 メゾン髙橋201", "1-2-3", "メゾン髙橋201"),
    "no space": ("1-2-3メゾン髙橋201", "1-2-3", "メゾン髙橋201"),
    "after 号": ("1丁目2番3号山田荘", "1丁目2番3号", "山田荘"),
    "a room": ("1-2-3 405号室", "1-2-3", "405号室"),
    "a floor": ("1-2-3 4F", "1-2-3", "4F"),
    "a house": ("12番地 山田様方", "12番地", "山田様方"),
    "a name before the number": ("字前田12-3 山田荘", "字前田12-3", "山田荘"),
    "a building beginning with ハ": ("1-1ハイツ山田", "1-1", "ハイツ山田"),
}
WHOLE = {
    "figures": "1-2-3-405",
    "signs": "1丁目2番3号",
    "kanji": "一丁目二番三号",
    "の": "123番地の4",
    "lots": "甲123番地イ",
    "a letter": "1-2-3A",
    "two numbers": "1-2 3-4",
    "streets": "北1条西2丁目3",
    "none": "番地なし",
    "a name alone": "サンハイツ201",
    "nothing": "",
}


@pytest.mark.parametrize(("typed", "street", "building"), SPLIT.values(), ids=SPLIT.keys())
def test_a_building_stands_apart(typed: str, street: str, building: str) -> None:
    assert split_building(typed) == (street, building)


@pytest.mark.parametrize("typed", WHOLE.values(), ids=WHOLE.keys())
def test_a_number_stays_whole(typed: str) -> None:
    assert split_building(typed) == (typed, "")


@given(st.text(alphabet="0123456789-の番号丁目地イロ ア山A", max_size=30))
def test_no_sign_is_lost(text: str) -> None:
    street, building = split_building(text)
    assert "".join(f"{street}{building}".split()) == "".join(text.split())
