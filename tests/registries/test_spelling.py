"""One key for the many ways a name is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.registries.spelling import key, keyed

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


PLACES = {
    "numerals": ("三番町", "3番町"),
    "tens": ("北二十四条西", "北24条西", "北二四条西"),
    "ヶ and が": ("霞ヶ関", "霞が関", "霞ケ関"),
    "small kana": ("四ッ谷", "四ツ谷", "四っ谷"),
    "の": ("丸の内", "丸ノ内"),
    "字": ("大字川名", "字川名", "川名"),
    "a selector": ("葛\U000e0100城", "葛城"),
    "old kanji": ("蠣殻町", "蛎殻町"),
    "spaces": ("川崎市 中原区", "川崎市中原区"),
}


@pytest.mark.parametrize("typed", PLACES.values(), ids=PLACES.keys())
def test_places_alike(typed: tuple[str, ...]) -> None:
    assert len({keyed(one).key for one in typed}) == 1


def test_a_places_key_knows_where_in_the_text_it_is() -> None:
    assert keyed("字三十番町6") == ("30番町6", (0, 3, 4, 5, 6))


@given(st.text())
def test_every_sign_of_a_key_has_its_end(text: str) -> None:
    whole = keyed(text)
    assert len(whole.key) == len(whole.ends)
    assert [end for end in whole.ends if end] == sorted(end for end in whole.ends if end)
    assert not whole.ends or whole.ends[-1] <= len(text)
