"""Folding: what is the same to people is the same to a search, and what differs stays apart."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.language.folding import folded, in_new_kanji, one_slip

SAME = {
    "width": ("ヤマダ", "ﾔﾏﾀﾞ"),
    "kana type": ("やまだ", "ヤマダ"),
    "small kana": ("ショウジ", "シヨウジ"),
    "long sounds": ("オオノ", "オーノ", "オウノ", "おーの"),
    "long sounds at the end": ("リョウ", "リョー", "りょう"),
    "e and i": ("ケイコ", "ケエコ", "ケーコ"),
    "spaces": ("山田 花子", "山田　花子", "山田花子"),
    "ladder 高": ("髙橋", "高橋"),
    "standing 崎": ("山﨑", "山崎", "山嵜"),
    "old forms": ("廣澤", "広沢"),
    "two forms of 辺": ("渡邊", "渡邉", "渡辺"),
    "four forms of 斉": ("齋藤", "斎藤", "齊藤", "斉藤"),
    "a selector": ("葛\U000e0100城", "葛城"),
    "a compatibility kanji": ("神\ufa19", "神神"),
    "beyond the first plane": ("𠮷田", "吉田"),
    "Latin": ("NGUYỄN", "Nguyễn", "nguyen"),
    "wide Latin": ("ＳＭＩＴＨ", "Smith"),
    "hyphens and dots": ("ジョン・ポール", "ジョンポール"),
    "apostrophes": ("O'Brien", "OBrien", "O’Brien"),
    "repeat marks": ("いすゞ", "イスズ", "いすず"),
    "zu": ("みづほ", "ミズホ"),
    "v": ("ヴィン", "ビン"),
    "loose voicing marks": ("か\u3099", "が"),
}
APART = {
    "short and long": ("オノ", "オオノ"),
    "voiced": ("ハマタ", "ハマダ"),
    "names": ("山田", "山本"),
    "kanji and kana": ("山田", "ヤマダ"),
    "p and b": ("パク", "バク"),
}


@pytest.mark.parametrize("texts", SAME.values(), ids=SAME.keys())
def test_the_same_to_people_is_the_same(texts: tuple[str, ...]) -> None:
    assert len({folded(text) for text in texts}) == 1


@pytest.mark.parametrize("texts", APART.values(), ids=APART.keys())
def test_what_differs_stays_apart(texts: tuple[str, ...]) -> None:
    assert len({folded(text) for text in texts}) == len(texts)


@given(st.text())
@example("オオオカ ウオオウー")
@example("亞邊齎蘆莱")
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="ぁあぃいぅうぇえぉおかがきくけこッっやゃゆょよワヰヱヲヴヵヶー゛゜ゝゞ 　･・", max_size=12))
def test_kana_of_any_kind_fold_for_good(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert " " not in folded(text)


def test_a_name_is_looked_up_in_todays_kanji() -> None:
    names = ("髙橋", "渡邉", "葛\U000e0100城", "神\ufa19", "𠮷田", "佐々木", "芳ヱ", "みゆき")
    assert [in_new_kanji(name) for name in names] == [
        *("高橋", "渡辺", "葛城", "神神", "吉田", "佐々木", "芳ヱ", "みゆき"),
    ]


@pytest.mark.parametrize("typed", ["abd", "ab", "abcc", "acb", "xbc", "abc"])
def test_one_slip(typed: str) -> None:
    assert one_slip(typed, "abc")


@pytest.mark.parametrize("typed", ["axx", "cba", "abcde", ""])
def test_more_than_one_slip(typed: str) -> None:
    assert not one_slip(typed, "abc")
