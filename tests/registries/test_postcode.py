"""Places by post code, in the real data."""

from __future__ import annotations

import pytest

from portal.registries import Registries


def test_one_place(real: Registries) -> None:
    (place,) = real.postcodes.find("1000001")
    assert place.text == "東京都千代田区千代田"
    assert place.kana == "トウキョウト チヨダク チヨダ"
    assert place.code == "131016"
    assert (place.note, place.street, place.office) == ("", "", "")


def test_a_code_in_two_prefectures(real: Registries) -> None:
    places = real.postcodes.find("4980000")
    assert [place.prefecture for place in places] == ["愛知県", "三重県"]
    assert [place.code for place in places] == ["232351", "243035"]


def test_an_office_has_its_street_and_name(real: Registries) -> None:
    (place,) = real.postcodes.find("2118570")
    assert (place.text, place.street, place.office) == ("神奈川県川崎市中原区小杉町", "3丁目245", "中原区役所")


def test_a_town_without_its_own_name_is_just_the_town(real: Registries) -> None:
    (place,) = real.postcodes.find("0600000")
    assert (place.text, place.note) == ("北海道札幌市中央区", "")


READINGS = {
    "repeated line by line": ("6028368", "キョウトフ キョウトシカミギョウク キタマチ"),
    "really double": ("0100683", "アキタケン オガシ キタウラキタウラ"),
    "really baba": ("2300076", "カナガワケン ヨコハマシツルミク ババ"),
}


@pytest.mark.parametrize(("postcode", "kana"), READINGS.values(), ids=READINGS.keys())
def test_readings_are_said_once(real: Registries, postcode: str, kana: str) -> None:
    assert real.postcodes.find(postcode)[0].kana == kana


@pytest.mark.parametrize("postcode", ["9999999", "", "100-0001", "１００００００１"])
def test_unknown_codes(real: Registries, postcode: str) -> None:
    assert real.postcodes.find(postcode) == []
