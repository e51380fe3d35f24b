"""Names of towns: their parts, mayors and town halls."""

from __future__ import annotations

from portal.registries.municipality_codes import Town
from portal.speech.reading.town_names import before_unit, offices, parts, with_wards

NAKAHARA = Town("141330", "神奈川県", "川崎市中原区", "カナガワケン", "カワサキシナカハラク")
TAMA = Town("141356", "神奈川県", "川崎市多摩区", "カナガワケン", "カワサキシタマク")
CHATAN = Town("473260", "沖縄県", "中頭郡北谷町", "オキナワケン", "ナカガミグンチャタンチョウ")
CITIES = {"川崎市": "カワサキシ"}


def test_a_ward_and_its_city() -> None:
    assert with_wards([NAKAHARA, TAMA, CHATAN]) == CITIES
    assert parts(NAKAHARA, CITIES) == [("川崎市", "カワサキシ"), ("中原区", "ナカハラク")]


def test_a_town_and_its_district() -> None:
    assert parts(CHATAN, {}) == [("中頭郡", "ナカガミグン"), ("北谷町", "チャタンチョウ")]


def test_the_voice_falls_before_the_unit() -> None:
    assert [before_unit(kana) for kana in ("カワサキシ", "ハヤママチ", "ホシノムラ", "サガ")] == [
        "カワサキ",
        "ハヤマ",
        "",
        "",
    ]


def test_a_mayor_of_a_machi_is_a_chocho() -> None:
    told = {name: kana for name, kana, _ in offices("葉山町", "ハヤママチ")}
    assert (told["葉山町長"], told["葉山町役場"]) == ("ハヤマチョウ・チョウ", "ハヤママチ・ヤクバ")
    assert not list(offices("中頭郡北谷町", "ナカガミグンチャタンチョウ"))
    assert not list(offices("星見", "ホシミ"))
