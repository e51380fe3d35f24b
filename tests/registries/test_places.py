"""Addresses' beginnings in the real data."""

from __future__ import annotations

import random

import pytest

from portal.registries import Registries

READ = {
    "in full": ("東京都千代田区千代田1-1", "東京都千代田区千代田", "1-1"),
    "without the prefecture": ("千代田区千代田1-1", "東京都千代田区千代田", "1-1"),
    "without the district": ("雫石町千刈田5-1", "岩手県岩手郡雫石町千刈田", "5-1"),
    "numerals as figures": ("札幌市北区北24条西15丁目1", "北海道札幌市北区北二十四条西", "15丁目1"),
    "spaces": ("神奈川県 川崎市 中原区 小杉町 3-245", "神奈川県川崎市中原区小杉町", " 3-245"),
    "another spelling": ("東京都千代田区霞ヶ関1-2-3", "東京都千代田区霞が関", "1-2-3"),
    "a variant by selector": ("奈良県葛\U000e0100城市柿本166", "奈良県葛城市柿本", "166"),
    "one of several cities by its town": ("府中市府川町315", "広島県府中市府川町", "315"),
    "one of several wards by its town": ("港区築港1-1", "大阪府大阪市港区築港", "1-1"),
    "a city with 郡 in its name": ("大和郡山市北郡山町248-4", "奈良県大和郡山市北郡山町", "248-4"),
    "a town the post does not know": ("東京都千代田区新しい町1", "東京都千代田区", "新しい町1"),
}


@pytest.mark.parametrize(("text", "place", "rest"), READ.values(), ids=READ.keys())
def test_what_an_address_begins_with(real: Registries, text: str, place: str, rest: str) -> None:
    (found,) = real.places.read(text)
    assert (found.text, text[found.length :]) == (place, rest)


def test_two_cities_of_one_name_are_both_told(real: Registries) -> None:
    assert [found.text for found in real.places.read("伊達市")] == ["北海道伊達市", "福島県伊達市"]


@pytest.mark.parametrize("text", ["", "大宮市桜木町1", "1-2-3", "Tokyo", "京" * 500])
def test_what_is_no_place(real: Registries, text: str) -> None:
    assert real.places.read(text) == []


def test_a_place_has_its_code_and_reading(real: Registries) -> None:
    (found,) = real.places.read("千代田区三番町6")
    assert (found.code, found.kana) == ("131016", "トウキョウト チヨダク サンバンチョウ")


def test_places_of_the_post_are_found_by_their_names(real: Registries) -> None:
    draw = random.Random(5)
    codes = [f"{draw.randrange(10**7):07}" for _ in range(4000)]
    named = [place for code in codes for place in real.postcodes.find(code) if place.town and not place.office]
    missed = [place.text for place in named if place.text not in {one.text for one in real.places.read(place.text)}]
    assert len(named) > 30
    assert not missed


def test_every_neighbourhood_of_a_town_is_listed_with_its_kana(real: Registries) -> None:
    assert ("等々力", "トドロキ") in real.places.towns("141330")
    assert all(town and kana for town, kana in real.places.towns("141330"))
    assert not real.places.towns("990019")
