"""Shift_JIS: the nearest sign it has, never a lost one, and everything that was replaced is told."""

from __future__ import annotations

import pytest

from portal.cases.exports.signs import CODE_PAGE, NO_SIGN, Replaced, held

NEAREST = {
    "𠮷田": "吉田",
    "髙﨑": "髙﨑",
    "大槗": "大橋",
    "森鷗外": "森鴎外",
    "剝製": "剥製",
    "葛\U000e0100城": "葛城",
    "Nguyễn Văn": "Nguyen Van",
    "Łódź": "Lodz",
    "か\u3099": "が",
    "—": "―",
    "〜−①㈱Ⅳ": "〜−①㈱Ⅳ",
    "神\ufa19": "神\ufa19",
    "ゔ": "ヴ",
    "😀": NO_SIGN,
    "한": NO_SIGN,
}


@pytest.mark.parametrize(("typed", "put"), NEAREST.items())
def test_the_nearest_sign_is_put(typed: str, put: str) -> None:
    text, replaced = held(typed)
    assert text.encode(CODE_PAGE)
    assert text == put
    assert bool(replaced) == (text != typed and typed != "か\u3099")


def test_what_was_replaced_is_told() -> None:
    assert held("𠮷😀葛\U000e0100")[1] == (Replaced("𠮷", "吉"), Replaced("😀", NO_SIGN), Replaced("\U000e0100", ""))
    assert Replaced("𠮷", "吉").code == "U+20BB7"
