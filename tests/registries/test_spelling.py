"""One key for the many ways a name is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.registries.spelling import key

ALIKE = {
    "kana": ("みずほ", "ミズホ", "ﾐｽﾞﾎ"),
    "small kana and long sounds": ("ゆうちょ", "ユウチヨ", "ゆうちょ ー"),
    "widths": ("三菱ＵＦＪ", "三菱ufj", "三菱 UFJ"),
    "variants of kanji": ("髙﨑", "高崎"),
    "old kanji": ("北國", "北国"),
    "ヶ": ("鶴ヶ丘", "鶴ケ丘"),
    "の": ("丸の内", "丸ノ内", "丸之内"),
    "kanji digits": ("〇五八", "058", "０５８"),
    "dots": ("ワイズ・ペイメンツ", "ワイズペイメンツ"),
}


@pytest.mark.parametrize("typed", ALIKE.values(), ids=ALIKE.keys())
def test_alike(typed: tuple[str, ...]) -> None:
    assert len({key(one) for one in typed}) == 1


@pytest.mark.parametrize(("one", "other"), [("七十七", "77"), ("京都", "京葉"), ("東京中央", "東京")])
def test_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text())
def test_any_text_has_a_key_without_spaces(text: str) -> None:
    assert not any(sign.isspace() for sign in key(text))
