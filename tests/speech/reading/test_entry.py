"""Entries: readings as they are spelled and as they sound, accents by moras."""

from __future__ import annotations

import pytest

from portal.speech.reading.entry import Entry, accent_after


@pytest.mark.parametrize(
    ("entry", "end"),
    [
        (Entry("令和", "レイワ"), "令和,レイワ,レーワ,0/3,C1"),
        (Entry("旧氏", "キュウ・ウジ", 3), "旧氏,キュウウジ,キューウジ,3/4,C1"),
        (Entry("大阪市", "オオサカシ", 4), "大阪市,オオサカシ,オーサカシ,4/5,C1"),
        (Entry("何通", "ナンツウ", 1), "何通,ナンツウ,ナンツー,1/4,C1"),
        (Entry("堀之内", "ホリノ・ウチ"), "堀之内,ホリノウチ,ホリノウチ,0/5,C1"),
    ],
)
def test_a_row_tells_how_it_is_spelled_and_how_it_sounds(entry: Entry, end: str) -> None:
    assert entry.row.startswith(f"{entry.word},,,1000,名詞,一般,")
    assert entry.row.endswith(end)


@pytest.mark.parametrize(
    ("kana", "accent"),
    [("カワサキ", 4), ("トウキョウ", 3), ("チョウ", 1), ("ハン", 1), ("キョ", 1), ("ン", 1), ("サッ", 1)],
)
def test_the_voice_falls_on_a_mora_with_weight(kana: str, accent: int) -> None:
    assert accent_after(kana) == accent
