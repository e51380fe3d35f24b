"""Sound: what is heard alike and what is not."""

from __future__ import annotations

import pytest

from portal.speech.reading.sound import alike, drawn, moras


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("オオサカ", "オーサカ"),
        ("トウキョウ", "トーキョー"),
        ("ヒヅケ", "ヒズケ"),
        ("セイメイ", "セーメー"),
        ("ハナヂ、", "ハナジ"),
    ],
)
def test_spellings_of_one_sound(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("カタ", "ホウ"), ("オバサン", "オバアサン"), ("ビョウイン", "ビヨウイン")])
def test_different_sounds(one: str, other: str) -> None:
    assert not alike(one, other)


def test_moras_are_beats() -> None:
    assert moras("キョウッテン") == ["キョ", "ウ", "ッ", "テ", "ン"]
    assert drawn("トウキョウノケイサツ") == "トーキョーノケーサツ"
