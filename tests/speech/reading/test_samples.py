"""Samples: every {place} of a published sentence is filled with what could stand there."""

from __future__ import annotations

import pytest

from portal.speech.reading.samples import NoSample, filled


@pytest.mark.parametrize(
    ("marked", "seen"),
    [
        ("{name}さん", "山田 花子さん"),
        ("{younger}さんは{younger}歳", "山田 太郎さんは85歳"),
        ("{date}、{age}", "昭和10年4月1日（1935年）、86歳"),
        ("｜方《かた》は{n}人", "方は3人"),
    ],
)
def test_places_are_filled(marked: str, seen: str) -> None:
    assert filled(marked, "ja").seen == seen


def test_people_are_said_by_their_furigana() -> None:
    assert filled("{older}さん", "ja").heard == "ヤマダ タダシさん"


def test_a_new_place_needs_a_sample() -> None:
    with pytest.raises(NoSample):
        filled("{nothing}", "ja")
